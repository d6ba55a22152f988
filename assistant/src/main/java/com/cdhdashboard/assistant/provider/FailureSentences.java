package com.cdhdashboard.assistant.provider;

import com.cdhdashboard.assistant.model.ModelException;
import com.cdhdashboard.assistant.model.ModelException.Reason;
import com.cdhdashboard.assistant.provider.http.Failure;
import com.cdhdashboard.assistant.settings.ModelSettings;
import com.cdhdashboard.assistant.settings.Provider;
import java.util.function.UnaryOperator;

/**
 * What people are told of a request that brought no answer: what happened, and what to do.
 *
 * @param keyOrigin where the key comes from, such as {@code in the file key.txt}
 * @param fit makes the words of the provider fit for people
 */
record FailureSentences(ModelSettings settings, String keyOrigin, UnaryOperator<String> fit) {
    ModelException of(Failure failure) {
        return switch (failure.kind()) {
            case STATUS, SAID_NO -> ofStatus(failure);
            case NO_CONNECTION, FORBIDDEN, BROKEN, TOO_SLOW -> ofConnection(failure);
            case TOO_LARGE ->
                sentence(
                        Reason.ANSWER,
                        who() + " sent more than an answer may be long, and it was given up. Ask again",
                        failure);
            case NOT_AN_ANSWER ->
                sentence(
                        Reason.ANSWER,
                        "What came from " + address() + " is not an answer of " + who() + said(failure)
                                + ". Ask again; if it stays so, check model and api_base in the file of models",
                        failure);
            case HELD_BACK ->
                sentence(
                        Reason.ANSWER,
                        who()
                                + " held the answer or its end back, as its rules for contents want it. Ask in other words",
                        failure);
            case CANCELLED -> sentence(Reason.CANCELLED, "The answer was stopped", failure);
        };
    }

    private ModelException ofConnection(Failure failure) {
        if (failure.kind() == Failure.Kind.NO_CONNECTION) {
            return sentence(
                    Reason.UNAVAILABLE,
                    who() + " cannot be reached" + (who().equals(address()) ? "" : " at " + address()) + said(failure)
                            + ". Check that it is running, and api_base in the file of models",
                    failure);
        }
        if (failure.kind() == Failure.Kind.FORBIDDEN) {
            return sentence(
                    Reason.REQUEST,
                    address()
                            + " is not asked: addresses that only this machine's link knows may hold secrets of the"
                            + " machine. Write another api_base in the file of models",
                    failure);
        }
        if (failure.kind() == Failure.Kind.BROKEN) {
            return sentence(
                    Reason.UNAVAILABLE,
                    "The connection to " + who() + " broke before the answer was whole. Ask again",
                    failure);
        }
        return sentence(
                Reason.UNAVAILABLE,
                who() + " did not answer within "
                        + settings.options().timeout().toSeconds()
                        + " seconds. Ask again, or allow more with timeout in the file of models",
                failure);
    }

    private ModelException ofStatus(Failure failure) {
        int status = failure.status();
        String told = " (" + (status == 0 ? "" : status + ", ") + "it says: " + words(failure) + ")";
        if (status == 401 || status == 403) {
            return ofKey(failure, told);
        }
        if (status == 429) {
            String wait = failure.retryAfter()
                    .map(time -> "Ask again in " + Math.max(1, time.toSeconds()) + " seconds")
                    .orElse("Wait a while, or ask the provider for more");
            return sentence(Reason.LIMIT, who() + " takes no more requests for now" + told + ". " + wait, failure);
        }
        if (status >= 300 && status < 400) {
            return sentence(
                    Reason.REQUEST,
                    address() + " sends elsewhere (" + status
                            + "), where no key is taken. Write the address where it ends as"
                            + " api_base in the file of models",
                    failure);
        }
        if (status >= 500) {
            return sentence(
                    Reason.UNAVAILABLE, who() + " is out of order or too busy" + told + ". Ask again later", failure);
        }
        boolean unknown = status == 404;
        return sentence(
                Reason.REQUEST,
                who() + (unknown ? " does not know the model " : " refuses the request to ") + '"'
                        + settings.model().model() + '"' + told + ". Check "
                        + (unknown ? "model and api_base" : "model and its options") + " in the file of models",
                failure);
    }

    private ModelException ofKey(Failure failure, String told) {
        return sentence(
                Reason.KEY,
                who() + (failure.status() == 401 ? " does not accept the key" : " refuses the key this model") + told
                        + ". Check the key " + keyOrigin + ", or enter another",
                failure);
    }

    private String said(Failure failure) {
        String words = fit.apply(failure.said());
        return words.isEmpty() ? "" : ": " + words;
    }

    private String words(Failure failure) {
        String words = fit.apply(failure.said());
        return words.isEmpty() ? "nothing more" : words;
    }

    private String who() {
        return settings.title().equals(Provider.COMPATIBLE.title()) ? address() : settings.title();
    }

    private String address() {
        return settings.address();
    }

    private static ModelException sentence(Reason reason, String sentence, Failure failure) {
        return new ModelException(reason, sentence.replaceAll("[.]$", "") + ".", failure);
    }
}
