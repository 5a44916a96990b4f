"""The certificate of a closed month, A4: what there is, what was counted, what was checked, who signs."""
