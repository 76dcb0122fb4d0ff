"""The check-in page 登记: who is here, why, who is in the house."""
