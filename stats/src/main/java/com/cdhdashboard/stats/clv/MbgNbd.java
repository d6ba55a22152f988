package com.cdhdashboard.stats.clv;

/**
 * MBG/NBD: as {@link BgNbd}, but a customer may also stop right after the first purchase, so that one without repeats is
 * not alive by construction.
 *
 * <p>There are x + 1 chances to stop: ln L = lnΓ(r+x) − lnΓ(r) + r ln α + lnB(a, b+x+1) − lnB(a, b) + ln[(α+T)^−(r+x) +
 * a/(b+x) (α+t_x)^−(r+x)], P(alive) = 1/(1 + a/(b+x) ((α+T)/(α+t_x))^(r+x)), and p ~ Beta(a, b+x+1) while alive. A new
 * customer is alive with probability b/(a+b).
 *
 * <p>Source: E. Batislam, M. Denizel, A. Filiztekin, International Journal of Research in Marketing 24 (2007) 201-209,
 * doi:10.1016/j.ijresmar.2006.12.005.
 */
public record MbgNbd(double r, double alpha, double a, double b) implements BetaGeometric {
    public MbgNbd {
        Parameters.requirePositive("r", r);
        Parameters.requirePositive("alpha", alpha);
        Parameters.requirePositive("a", a);
        Parameters.requirePositive("b", b);
    }

    @Override
    public int chancesOfFirst() {
        return 1;
    }
}
