package com.cdhdashboard.app.page.configuration.studio;

import com.cdhdashboard.assistant.improve.Task;
import java.util.List;
import java.util.Optional;

/**
 * What can be asked of a model.
 *
 * @param name of the model
 * @param address where it is asked
 * @param missing why it cannot be asked, and what to do; empty where it can
 * @param tasks that it can be asked for
 * @param payload what would be sent, to be approved
 * @param progressUrl where it comes from how far a request is; empty where nothing is asked
 */
public record ModelView(
        String name,
        String address,
        String missing,
        List<Task> tasks,
        Optional<PayloadView> payload,
        String progressUrl) {
    public ModelView {
        tasks = List.copyOf(tasks);
    }

    /**
     * What would be sent.
     *
     * @param told to the letter
     * @param form that the answer has to have, to the letter
     * @param hidden fields that are not named
     * @param left what of the configuration is left out
     */
    public record PayloadView(
            String title,
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
