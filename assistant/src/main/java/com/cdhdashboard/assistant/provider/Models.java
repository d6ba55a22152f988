package com.cdhdashboard.assistant.provider;

import com.cdhdashboard.assistant.model.LanguageModel;
import com.cdhdashboard.assistant.model.ModelException;
import com.cdhdashboard.assistant.provider.http.Connections;
import com.cdhdashboard.assistant.settings.ApiKey;
import com.cdhdashboard.assistant.settings.KeySource;
import com.cdhdashboard.assistant.settings.ModelFile;
import com.cdhdashboard.assistant.settings.ModelSettings;
import com.cdhdashboard.assistant.settings.Purpose;
import com.cdhdashboard.core.error.UserException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The models that may be asked, and what is needed for it. Made once, when the program starts; safe for use by many
 * threads.
 */
public final class Models {
    private static final String WRONG =
            "The file of models has errors, so no model can be asked. Correct it as \"cdhdashboard doctor llm\" says, and"
                    + " start the program again.";

    private final Map<Purpose, ModelSettings> settings;
    private final String none;
    private final Keys keys;
    private final SpentOfDay day;
    private final Waiting waiting;
    private final Connections connections = new Connections();

    Models(Map<Purpose, ModelSettings> settings, String none, Keys keys, SpentOfDay day, Waiting waiting) {
        this.settings = settings;
        this.none = none;
        this.keys = keys;
        this.day = day;
        this.waiting = waiting;
    }

    /**
     * Those of a file.
     *
     * @param environment by which variables that name keys are read
     * @param spent file in which it is kept what a day took; empty to forget it with the program
     */
    public static Models of(
            ModelFile file, Function<String, Optional<String>> environment, Optional<Path> spent, Clock clock) {
        return new Models(file.settings(), WRONG, new Keys(environment), new SpentOfDay(spent, clock), Waiting.REALLY);
    }

    /** No models at all. */
    public static Models none() {
        return new Models(
                Map.of(),
                "No model can be asked here.",
                new Keys(name -> Optional.empty()),
                new SpentOfDay(Optional.empty(), Clock.systemUTC()),
                Waiting.REALLY);
    }

    /**
     * What may be known of the model for a purpose.
     *
     * @param entered the key that the user entered for the session
     */
    public Offer offer(Purpose purpose, Optional<ApiKey> entered) {
        ModelSettings of = settings.get(purpose);
        return of == null ? Offer.none(purpose, none) : offer(of, entered);
    }

    private Offer offer(ModelSettings of, Optional<ApiKey> entered) {
        KeySource source = of.key();
        return new Offer(
                of.purpose(),
                of.model().toString(),
                of.title(),
                of.address(),
                missing(source, entered),
                source.required() || source.variable().isPresent(),
                source.label(),
                source.stopsPage());
    }

    private Optional<String> missing(KeySource source, Optional<ApiKey> entered) {
        try {
            boolean found = keys.find(source, entered).key().isPresent();
            return found || !source.required() ? Optional.empty() : Optional.of(source.missingMessage());
        } catch (UserException e) {
            return Optional.of(sentence(e));
        }
    }

    private static String sentence(UserException e) {
        String message = String.valueOf(e.getMessage());
        return message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1) + ".";
    }

    /**
     * Where the key for a purpose comes from, such as {@code in the file key.txt}; empty where there is none.
     *
     * @throws UserException where there should be one and it cannot be used
     */
    public Optional<String> keyOrigin(Purpose purpose) {
        return Optional.ofNullable(settings.get(purpose))
                .map(of -> keys.find(of.key(), Optional.empty()).origin())
                .filter(origin -> !origin.isEmpty());
    }

    /** Sentences about keys in files that others on this machine can read. */
    public List<String> exposedKeys() {
        return Stream.of(Purpose.values())
                .flatMap(purpose -> Optional.ofNullable(settings.get(purpose)).stream())
                .flatMap(of -> of.key().file().stream())
                .distinct()
                .filter(Keys::isExposed)
                .map(file -> "Others on this machine can read the key in " + file + "; allow only yourself: chmod 600 "
                        + file)
                .toList();
    }

    /**
     * The model for the turns of one question; limits per question count from here.
     *
     * @param entered as in {@link #offer}
     * @throws ModelException if it cannot be asked, as the offer says
     */
    public LanguageModel forQuestion(Purpose purpose, Optional<ApiKey> entered) {
        ModelSettings of = settings.get(purpose);
        Optional<String> missing = offer(purpose, entered).missing();
        if (of == null || missing.isPresent()) {
            throw new ModelException(ModelException.Reason.KEY, missing.orElse(none));
        }
        return new ProvidedModel(
                of, keys.find(of.key(), entered), connections, waiting, new TokenBudget(of.limits(), day));
    }
}
