# Thin names for the two commands of the README; everything is in ./dev, which Windows runs too (py dev …).
.PHONY: run test
run:
	./dev run

test:
	./dev test
