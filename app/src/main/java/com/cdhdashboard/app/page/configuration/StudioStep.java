package com.cdhdashboard.app.page.configuration;

import com.cdhdashboard.app.page.configuration.studio.Edited;
import com.cdhdashboard.app.page.configuration.studio.Studio;
import com.cdhdashboard.app.page.configuration.studio.StudioViews;
import java.util.List;
import java.util.Optional;

/** The step that drafts metrics and reports from data. It has no keys of its own. */
record StudioStep(Studio studio, StudioViews views) implements Step {
    @Override
    public String key() {
        return "studio";
    }

    @Override
    public String title() {
        return "Draft from data";
    }

    @Override
    public List<String> tables() {
        return List.of();
    }

    @Override
    public Body body(Editing editing, String item) {
        return new Body(
                "part/studio/step",
                views.of(item, edited(editing), sample -> url(editing.draft().id(), sample)));
    }

    private static Edited edited(Editing editing) {
        return new Edited(editing.draft().id(), editing.text(), editing.checked(), editing.visitor());
    }

    @Override
    public Done act(Edit.Fields fields, Editing editing) {
        Studio.Done done = studio.act(fields.one("action"), fields.one("item"), edited(editing), fields::one);
        return new Done(
                done.text(),
                Optional.of(done.sample()),
                Optional.of(done.said()).filter(said -> !said.isEmpty()).map(Notice::told));
    }
}
