package com.cdhdashboard.app.page.configuration.studio;

import com.cdhdashboard.assistant.improve.Task;
import com.cdhdashboard.assistant.provider.Offer;
import com.cdhdashboard.assistant.settings.Purpose;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be asked of a model.
 *
 * @param offer the model and where it is asked, or why it cannot be asked, and what to do
 * @param key that the user may enter for the session
 * @param tasks that it can be asked for
 * @param payload what would be sent, to be approved
 * @param progressUrl where it comes from how far a request is; empty where nothing is asked
 */
public record ModelView(Offer offer, OwnKey key, List<Task> tasks, Optional<PayloadView> payload, String progressUrl) {
    public ModelView {
        tasks = List.copyOf(tasks);
    }

    /**
     * The key of a session.
     *
     * @param entered whether there is one
     * @param draft that is looked at when it is entered
     * @param sample that is looked at then
     * @param token by which forms are known to be ours
     */
    public record OwnKey(boolean entered, String draft, String sample, String token) {
        /** What its form says beside it, in order. */
        public Map<String, String> fields() {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("purpose", Purpose.STUDIO.table());
            fields.put("draft", draft);
            fields.put("item", sample);
            return fields;
        }
    }

    /**
     * What would be sent.
     *
     * @param round number of the answer that it asks for, from 1
     * @param told to the letter
     * @param form that the answer has to have, to the letter
     * @param hidden fields that are not named
     * @param left what of the configuration is left out
     */
    public record PayloadView(
            String title,
            int round,
            String hash,
            String told,
            String form,
            long tokens,
            List<String> fields,
            List<String> hidden,
            List<String> values,
            List<String> left) {
        public PayloadView {
            fields = List.copyOf(fields);
            hidden = List.copyOf(hidden);
            values = List.copyOf(values);
            left = List.copyOf(left);
        }

        /** Names in a sentence. */
        public static String together(List<String> names) {
            return names.isEmpty() ? "none" : String.join(", ", names);
        }
    }
}
