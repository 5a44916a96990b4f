"""What members are charged: the forms of a tariff, what is measured and counted, and who pays less."""
