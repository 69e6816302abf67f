"""The demo: a believable Dutch facility organisation, told through the services' own use cases."""
