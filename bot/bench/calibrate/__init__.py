"""Does calibration find the truth? Outcomes drawn from known weights, and what is learnt from them."""
