"""What can be done with intake: registering, handling, hearing the back office, keeping people and places."""
