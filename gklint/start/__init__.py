"""What keeps start-up short: records and patterns that cost next to nothing until they are used. Below all layers."""
