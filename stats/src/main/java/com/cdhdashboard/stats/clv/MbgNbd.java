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
public record MbgNbd(double r, double alpha, double a, double b) implements PurchaseModel {
    public MbgNbd {
        Parameters.requirePositive("r", r);
        Parameters.requirePositive("alpha", alpha);
        Parameters.requirePositive("a", a);
        Parameters.requirePositive("b", b);
    }

    private BetaGeometric core() {
        return new BetaGeometric(r, alpha, a, b, 1);
    }

    @Override
    public PurchaseModelKind kind() {
        return PurchaseModelKind.MBG_NBD;
    }

    @Override
    public double[] parameters() {
        return new double[] {r, alpha, a, b};
    }

    @Override
    public double logLikelihood(PurchaseHistory history) {
        return core().logLikelihood(history);
    }

    @Override
    public double probabilityAlive(PurchaseHistory history) {
        return core().probabilityAlive(history);
    }

    @Override
    public WhileAlive whileAlive(int repeats) {
        return core().whileAlive(repeats);
    }

    /** The probability of exactly n repeat purchases of a new customer in the time t after the first purchase. */
    public double probabilityOf(int purchases, double t) {
        return core().probabilityOf(purchases, t);
    }
}
