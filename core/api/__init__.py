"""What the API's routes in every app are built on: answers kept for a retry, scopes, sparse fields."""
