"""Builders by equality; renderers by extracted text, codes and drawn boxes."""
