package com.cdhdashboard.core.config.change;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.LoadedConfiguration;
import java.util.List;
import java.util.Optional;

/**
 * What lies between two configurations, and what it needs before pages show it: nothing, that the configuration is loaded
 * again, or that files are imported again.
 *
 * @param interactions what has to be counted anew of interaction history
 * @param holdings what has to be counted anew of product holdings
 * @param sentences what changes and what it needs, for people
 */
public record ConfigurationChange(Recount interactions, Recount holdings, List<String> sentences) {
    public ConfigurationChange {
        requireNonNull(interactions, "interactions");
        requireNonNull(holdings, "holdings");
        sentences = List.copyOf(sentences);
    }

    /**
     * By what the stores were made; empty where nothing was imported.
     *
     * @param interactions of interaction history
     * @param holdings of product holdings
     */
    public record Made(Optional<Definitions> interactions, Optional<Definitions> holdings) {
        public Made {
            requireNonNull(interactions, "interactions");
            requireNonNull(holdings, "holdings");
        }

        /** Both by this configuration. */
        public static Made by(Configuration configuration) {
            return new Made(
                    Optional.of(Definitions.ofInteractions(configuration)),
                    Optional.of(Definitions.ofHoldings(configuration)));
        }
    }

    /** The change where everything was imported by the old configuration. */
    public static ConfigurationChange between(LoadedConfiguration old, LoadedConfiguration next) {
        return between(old, next, Made.by(old.configuration()));
    }

    /** The change where stores were made by other definitions, as files are edited without importing again. */
    public static ConfigurationChange between(LoadedConfiguration old, LoadedConfiguration next, Made made) {
        Configuration wanted = next.configuration();
        Recount interactions = made.interactions()
                .map(definitions -> Recount.of(definitions, Definitions.ofInteractions(wanted)))
                .orElse(Recount.NOTHING);
        Recount holdings = made.holdings()
                .map(definitions -> Recount.of(definitions, Definitions.ofHoldings(wanted)))
                .orElse(Recount.NOTHING);
        return new ConfigurationChange(
                interactions, holdings, new Sentences(old.configuration(), wanted).of(interactions, holdings));
    }

    /** Whether files have to be imported again. */
    public boolean needsImport() {
        return interactions.isDue() || holdings.isDue();
    }
}
