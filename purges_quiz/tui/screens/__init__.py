"""The screens, one module and one style file each. They know neither each other nor the app."""
