package com.cdhdashboard.assistant.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.cdhdashboard.assistant.settings.ApiKey;
import com.cdhdashboard.assistant.settings.KeySource;
import com.cdhdashboard.core.error.UserException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Finds keys: what a user entered wins over the environment, that over a file, and that over the file of models. */
record Keys(Function<String, Optional<String>> environment) {
    /**
     * The key for a model; empty where there is none.
     *
     * @throws UserException where there should be one and it cannot be used
     */
    Optional<ApiKey> find(KeySource source, Optional<ApiKey> entered) {
        if (entered.isPresent()) {
            return entered;
        }
        Optional<String> variable = source.variable().flatMap(environment).filter(text -> !text.isBlank());
        if (variable.isPresent()) {
            return Optional.of(ofVariable(source.variable().orElseThrow(), variable.get()));
        }
        return source.file().map(Keys::ofFile).or(source::fallback);
    }

    private static ApiKey ofVariable(String name, String text) {
        try {
            return ApiKey.of(text);
        } catch (UserException e) {
            throw new UserException("the environment variable " + name
                    + " holds no key: a key is one line of letters, digits and signs without spaces; set it anew");
        }
    }

    private static ApiKey ofFile(Path file) {
        String text;
        try {
            text = Files.readString(file, UTF_8);
        } catch (MalformedInputException e) {
            text = "";
        } catch (IOException e) {
            throw new UserException(
                    UserException.Kind.USER,
                    "the file of the key " + file + " cannot be read; correct api_key_file, or allow reading it",
                    e);
        }
        try {
            return ApiKey.of(text);
        } catch (UserException e) {
            throw new UserException("the file " + file + " holds no key: a key is one line of letters, digits and signs"
                    + " without spaces; put the key there and nothing else");
        }
    }
}
