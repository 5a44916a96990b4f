"""What is asked of members besides water: contributions, labour days, absences, charges made once."""
