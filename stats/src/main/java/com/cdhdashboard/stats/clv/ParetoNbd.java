package com.cdhdashboard.stats.clv;

import com.cdhdashboard.stats.clv.history.PurchaseHistory;

/**
 * Pareto/NBD: while alive a customer buys at random with an own rate λ ~ Gamma(r, rate alpha) and stops for good at an own
 * rate μ ~ Gamma(s, rate beta), whether or not anything is bought.
 *
 * <p>ln L = lnΓ(r+x) − lnΓ(r) + r ln α + s ln β + ln[(α+T)^−(r+x) (β+T)^−s + s ∫ (α+y)^−(r+x) (β+y)^−(s+1) dy], the
 * integral from t_x to T; P(alive) is the share of the first term.
 *
 * <p>While alive, (T, T+t] holds (r+x)(β+T)/(α+T) · (1 − (1 + t/(β+T))^−(s−1))/(s−1) purchases on average; s = 1 gives the
 * limit ln(1 + t/(β+T)).
 *
 * <p>Source: D. Schmittlein, D. Morrison, R. Colombo, Management Science 33 (1987) 1-24, doi:10.1287/mnsc.33.1.1.
 */
public record ParetoNbd(double r, double alpha, double s, double beta) implements PurchaseModel {
    public ParetoNbd {
        Parameters.requirePositive("r", r);
        Parameters.requirePositive("alpha", alpha);
        Parameters.requirePositive("s", s);
        Parameters.requirePositive("beta", beta);
    }

    @Override
    public LevelLikelihood level(int repeats) {
        return new ParetoLevel(this, repeats);
    }

    @Override
    public double probabilityAlive(PurchaseHistory history) {
        return new ParetoLevel(this, history.repeats()).probabilityAlive(history.lastRepeat(), history.observed());
    }

    @Override
    public WhileAlive whileAlive(int repeats) {
        return (observed, t) -> {
            double growth = Math.log1p(t / (beta + observed));
            double time = s == 1 ? growth : -Math.expm1(-(s - 1) * growth) / (s - 1);
            return (r + repeats) * (beta + observed) / (alpha + observed) * time;
        };
    }
}
