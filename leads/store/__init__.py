"""The lead store on SQLAlchemy: SQLite in WAL mode on one machine, PostgreSQL where several share the work."""
