package com.cdhdashboard.app.web;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.assistant.AnswerThreads;
import com.cdhdashboard.app.assistant.ChatStore;
import com.cdhdashboard.app.assistant.Consent;
import com.cdhdashboard.app.assistant.Conversations;
import com.cdhdashboard.app.assistant.SessionModels;
import com.cdhdashboard.app.page.assistant.AnswerEvents;
import com.cdhdashboard.app.page.assistant.AssistantHandler;
import com.cdhdashboard.app.page.assistant.ConsentHandler;
import com.cdhdashboard.app.page.assistant.SentHandler;
import com.cdhdashboard.app.page.configuration.studio.StudioModel;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.view.Answers;
import com.cdhdashboard.app.view.Frames;
import com.cdhdashboard.app.view.Templates;
import com.cdhdashboard.app.view.Variants;
import com.cdhdashboard.assistant.chat.Assistant;
import com.cdhdashboard.assistant.chat.Limits;
import com.cdhdashboard.assistant.privacy.SentFile;
import com.cdhdashboard.assistant.tool.Tools;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** The assistant of one configuration, with its pages. What it keeps lies beside the drafts; a server
 * that changes nothing forgets it, but for the log of what was sent.
 */
final class AssistantSite implements AutoCloseable {
    private final Workspace workspace;
    private final Frames frames;
    private final Templates templates;
    private final SentFile sent;
    private final Conversations conversations;
    private final AnswerEvents events;

    AssistantSite(
            Variants.Served served, SessionModels models, AnswerThreads threads, Frames frames, Templates templates) {
        Clock clock = Clock.systemUTC();
        Path kept = served.authoring().kept().resolve("assistant");
        Optional<Path> folder = served.authoring().readOnly() ? Optional.empty() : Optional.of(kept);
        this.workspace = served.workspace();
        this.frames = frames;
        this.templates = templates;
        this.sent = new SentFile(kept);
        ChatStore chats = folder.map(each -> ChatStore.in(each.resolve("chats"), clock))
                .orElseGet(() -> ChatStore.inMemory(clock));
        this.conversations = new Conversations(
                workspace,
                models,
                new Assistant(Tools.all(), Limits.DEFAULT, sent, clock),
                threads,
                new Conversations.Kept(chats, new Consent(folder.map(each -> each.resolve("consent.json")), clock)));
        this.events = new AnswerEvents(conversations, templates);
    }

    /** The model that drafts of the configuration may be made better by. */
    StudioModel studioModel() {
        return new StudioModel(conversations.models(), sent);
    }

    void register(MountedRoutes routes, Answers answers) {
        ConsentHandler consent = new ConsentHandler(workspace, conversations, frames, templates);
        routes.get(Urls.ASSISTANT_CONSENT, consent::page);
        routes.post(Urls.ASSISTANT_CONSENT, consent::decide);
        routes.post(Urls.ASSISTANT_WITHDRAW, consent::withdraw);
        routes.post(Urls.ASSISTANT_KEY, consent::key);
        routes.post(Urls.ASSISTANT_FORGET, consent::forget);
        routes.get(Urls.ASSISTANT_LOG, new SentHandler(sent, frames, templates)::page);
        AssistantHandler chats = new AssistantHandler(workspace, conversations, answers, frames, templates);
        routes.get(Urls.ASSISTANT, chats::begin);
        routes.post(Urls.ASSISTANT_ASK, chats::ask);
        String id = "{id}";
        routes.get(Urls.chat(id), chats::chat);
        routes.events(Urls.chat(id, "events"), events::send);
        routes.get(Urls.chat(id, "export"), chats::export);
        routes.post(Urls.chat(id, "stop"), chats::stop);
        routes.post(Urls.chat(id, "rename"), chats::rename);
        routes.post(Urls.chat(id, "rate"), chats::rate);
        routes.post(Urls.chat(id, "back"), chats::bringBack);
        routes.post(Urls.chat(id, "delete"), chats::delete);
        routes.post(Urls.chat(id, "restore"), chats::restore);
    }

    @Override
    public void close() {
        events.close();
    }
}
