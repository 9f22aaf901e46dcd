"""What screens are built of. Widgets know no screen."""
