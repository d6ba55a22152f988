package com.cdhdashboard.app.page.configuration.studio;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.app.assistant.SessionModels;
import com.cdhdashboard.app.assistant.Visitor;
import com.cdhdashboard.assistant.model.LanguageModel;
import com.cdhdashboard.assistant.privacy.SentLog;
import com.cdhdashboard.assistant.provider.Offer;
import com.cdhdashboard.assistant.settings.Purpose;
import java.util.Optional;

/** The model that can be asked, and where it is written down what it is sent. */
public record StudioModel(SessionModels models, SentLog sent) {
    public StudioModel {
        requireNonNull(models, "models");
        requireNonNull(sent, "sent");
    }

    Offer offer(Optional<Visitor> visitor) {
        return models.offer(Purpose.STUDIO, visitor);
    }

    boolean hasKey(Optional<Visitor> visitor) {
        return models.hasKey(Purpose.STUDIO, visitor);
    }

    LanguageModel forRequest(Optional<Visitor> visitor) {
        return models.forQuestion(Purpose.STUDIO, visitor);
    }
}
