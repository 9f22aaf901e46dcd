"""The game full screen: the only place that knows Textual."""
