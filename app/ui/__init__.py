"""The window: Qt, talking to services and never to the store."""
