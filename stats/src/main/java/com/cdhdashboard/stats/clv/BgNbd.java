package com.cdhdashboard.stats.clv;

/**
 * BG/NBD: while alive a customer buys at random with an own rate λ ~ Gamma(r, rate alpha), and after each repeat purchase
 * stops for good with an own probability p ~ Beta(a, b).
 *
 * <p>ln L = lnΓ(r+x) − lnΓ(r) + r ln α + lnB(a, b+x) − lnB(a, b) + ln[(α+T)^−(r+x) + (x&gt;0) a/(b+x−1) (α+t_x)^−(r+x)].
 * The last logarithm and P(alive) = 1/(1 + (x&gt;0) a/(b+x−1) ((α+T)/(α+t_x))^(r+x)) are taken through the log-odds. A
 * customer without repeats is alive by construction: stopping follows a repeat purchase only.
 *
 * <p>While alive, (T, T+t] holds ∫ (1 − (1 + p t/(α+T))^−(r+x))/p · Beta(p; a, b+x) dp purchases on average, see
 * {@link BetaQuadrature}: unlike the form with ₂F₁ it has no singular case at a = 1 and does not overflow.
 *
 * <p>Source: P. Fader, B. Hardie, K. Lee, Marketing Science 24 (2005) 275-284, doi:10.1287/mksc.1040.0098.
 */
public record BgNbd(double r, double alpha, double a, double b) implements BetaGeometric {
    public BgNbd {
        Parameters.requirePositive("r", r);
        Parameters.requirePositive("alpha", alpha);
        Parameters.requirePositive("a", a);
        Parameters.requirePositive("b", b);
    }

    @Override
    public int chancesOfFirst() {
        return 0;
    }
}
