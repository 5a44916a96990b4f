"""The window: pages, widgets and the theme. The only room, with app, that knows Qt."""
