"""The lead API of the contract: shapes, routes, and the OpenAPI that describes them."""
