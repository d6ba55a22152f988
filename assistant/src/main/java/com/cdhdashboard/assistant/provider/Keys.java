package com.cdhdashboard.assistant.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.cdhdashboard.assistant.settings.ApiKey;
import com.cdhdashboard.assistant.settings.KeySource;
import com.cdhdashboard.core.error.UserException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds keys: what a user entered wins over the environment, that over a file, and that over the file of models. */
record Keys(Function<String, Optional<String>> environment) {
    /**
     * A key, if there is one.
     *
     * @param origin where it comes from, such as {@code in the file key.txt}; empty where there is none
     */
    record Found(Optional<ApiKey> key, String origin) {
        private static Found of(ApiKey key, String origin) {
            return new Found(Optional.of(key), origin);
        }
    }

    /**
     * The key for a model.
     *
     * @throws UserException where there should be one and it cannot be used
     */
    Found find(KeySource source, Optional<ApiKey> entered) {
        if (entered.isPresent()) {
            return new Found(entered, "that was entered");
        }
        Optional<Found> inVariable = source.variable()
                .flatMap(name -> environment
                        .apply(name)
                        .filter(text -> !text.isBlank())
                        .map(text -> Found.of(ofVariable(name, text), "in the environment variable " + name)));
        return inVariable
                .or(() -> source.file().map(file -> Found.of(ofFile(file), "in the file " + file)))
                .or(() -> source.fallback().map(key -> Found.of(key, "in api_key_fallback of the file of models")))
                .orElse(new Found(Optional.empty(), ""));
    }

    /** Whether others on this machine can read the file of the key. */
    static boolean isExposed(Path file) {
        try {
            Set<PosixFilePermission> allowed = Files.getPosixFilePermissions(file);
            return allowed.contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
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
