package com.cdhdashboard.stats.clv.fit;

import com.cdhdashboard.stats.clv.LevelLikelihood;
import com.cdhdashboard.stats.clv.PurchaseModel;
import com.cdhdashboard.stats.clv.PurchaseModelKind;
import com.cdhdashboard.stats.clv.history.Chunks;
import com.cdhdashboard.stats.clv.history.PurchaseHistories;

/** The log-likelihood of grouped histories under a kind of purchase model. */
record PurchaseLikelihood(PurchaseModelKind kind, PurchaseHistories histories) implements Objective {
    @Override
    public int dimension() {
        return kind.parameterNames().size();
    }

    @Override
    public double customers() {
        return histories.customers();
    }

    @Override
    public Slope atParameters(double[] parameters) {
        double[] gradient = new double[parameters.length];
        double value = 0;
        for (Slope part : Chunks.each(histories.groups(), chunk -> part(parameters, chunk))) {
            value += part.value();
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] += part.gradient()[i];
            }
        }
        return new Slope(value, gradient);
    }

    private Slope part(double[] parameters, Chunks.Chunk chunk) {
        double[] gradient = new double[parameters.length];
        PurchaseModel model = kind.model(parameters);
        double value = 0;
        int group = chunk.from();
        while (group < chunk.to()) {
            int repeats = histories.repeats(group);
            LevelLikelihood level = model.level(repeats);
            for (; group < chunk.to() && histories.repeats(group) == repeats; group++) {
                double weight = histories.customers(group);
                value += weight * level.add(histories.lastRepeat(group), histories.observed(group), weight, gradient);
            }
        }
        return new Slope(value, gradient);
    }
}
