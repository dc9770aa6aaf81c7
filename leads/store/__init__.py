"""The lead store on SQLAlchemy: SQLite on one machine, PostgreSQL where several share the work."""
