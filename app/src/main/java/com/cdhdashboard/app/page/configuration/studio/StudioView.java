package com.cdhdashboard.app.page.configuration.studio;

import java.util.List;
import java.util.Optional;

/**
 * What a template shows of the studio.
 *
 * @param open the sample that is worked on
 * @param others samples that can be gone on with
 * @param keptRows how many rows imports have kept, in words; empty where none
 */
public record StudioView(Optional<Open> open, List<Other> others, String keptRows, Upload upload) {
    public StudioView {
        others = List.copyOf(others);
    }

    /** Another sample. */
    public record Other(String url, String title) {}

    /** Where files are sent to, and how large each may be. */
    public record Upload(String url, long limit, String limitText) {}

    /**
     * A sample.
     *
     * @param words how much of it there is
     * @param model what can be asked of a model; empty before the fields are approved
     * @param outside fields that are listed nowhere, as they belong to holdings; empty where there are none
     */
    public record Open(
            String title,
            String words,
            List<FieldRow> fields,
            String outside,
            Optional<ModelView> model,
            Optional<ProposalView> proposal) {
        public Open {
            fields = List.copyOf(fields);
        }

        public long used() {
            return fields.stream().filter(FieldRow::used).count();
        }
    }

    /** A field, with what can be chosen of it. */
    public record FieldRow(
            int number,
            String name,
            String kind,
            String holds,
            String examples,
            String reason,
            boolean required,
            boolean used,
            boolean tellable,
            boolean told) {}
}
