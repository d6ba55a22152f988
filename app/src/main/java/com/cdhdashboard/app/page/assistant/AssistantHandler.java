package com.cdhdashboard.app.page.assistant;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.assistant.ChatStore;
import com.cdhdashboard.app.assistant.Conversations;
import com.cdhdashboard.app.assistant.RunningAnswer;
import com.cdhdashboard.app.assistant.StoredChat;
import com.cdhdashboard.app.assistant.StoredExchange;
import com.cdhdashboard.app.assistant.Visitor;
import com.cdhdashboard.app.assistant.Visits;
import com.cdhdashboard.app.output.FileName;
import com.cdhdashboard.app.page.assistant.AssistantPage.Chats;
import com.cdhdashboard.app.page.assistant.AssistantPage.Door;
import com.cdhdashboard.app.page.assistant.AssistantPage.Item;
import com.cdhdashboard.app.page.assistant.AssistantPage.Notice;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.view.Answers;
import com.cdhdashboard.app.view.Frames;
import com.cdhdashboard.app.view.Respond;
import com.cdhdashboard.app.view.SizeText;
import com.cdhdashboard.app.view.Snapshots;
import com.cdhdashboard.app.view.Templates;
import com.cdhdashboard.assistant.chat.ChatText;
import com.cdhdashboard.assistant.chat.Suggestions;
import com.cdhdashboard.assistant.provider.Offer;
import com.cdhdashboard.assistant.settings.Purpose;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.snapshot.Snapshot;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/** Answers the pages of chats and what is done on them. */
public final class AssistantHandler {
    private static final String CLOSED =
            "This configuration does not offer questions to a language model. Set chat_with_data to true under [ux] to"
                    + " offer them.";

    private final Workspace workspace;
    private final Conversations conversations;
    private final ChatViews views;
    private final Frames frames;
    private final Templates templates;

    public AssistantHandler(
            Workspace workspace, Conversations conversations, Answers answers, Frames frames, Templates templates) {
        this.workspace = workspace;
        this.conversations = conversations;
        this.views = new ChatViews(answers);
        this.frames = frames;
        this.templates = templates;
    }

    /** A new chat, beside those that there are. */
    public void begin(Context context) {
        show(context, Optional.empty(), Optional.empty());
    }

    public void chat(Context context) {
        // Looked at before and behind: what is kept of an answer that comes along is not shown as all there is
        Optional<RunningAnswer> before = conversations.running(context.pathParam("id"));
        StoredChat chat = stored(context);
        show(context, Optional.of(chat), before.or(() -> conversations.running(chat.id())));
    }

    private StoredChat stored(Context context) {
        return conversations.chats().chat(Visits.of(context).orElseGet(Visitor::begun), context.pathParam("id"));
    }

    private void show(Context context, Optional<StoredChat> chat, Optional<RunningAnswer> running) {
        Respond.passing(context);
        Snapshot now = Snapshots.of(context, workspace);
        Optional<Visitor> visitor = Visits.of(context);
        String search = Optional.ofNullable(context.queryParam("search")).orElse("");
        AssistantPage page = new AssistantPage(
                frames.frame(context, chat.map(StoredChat::name).orElse("Ask"), Urls.ASSISTANT),
                chats(visitor, search, chat),
                door(visitor, now),
                chat.map(of -> views.of(of, running, number(context, "edit"), now)),
                chat.isEmpty() ? Suggestions.of(now, conversations.disclosure(now)) : List.of(),
                notice(context, visitor),
                frames.token());
        Respond.html(context, templates.render("page/assistant", page));
    }

    private Chats chats(Optional<Visitor> visitor, String search, Optional<StoredChat> shown) {
        List<ChatStore.Entry> entries =
                visitor.map(of -> conversations.chats().list(of, search)).orElse(List.of());
        List<Item> items = entries.stream()
                .map(each -> new Item(
                        each.name(),
                        Urls.chat(each.id()),
                        SizeText.day(LocalDate.ofInstant(each.changed(), ZoneOffset.UTC)),
                        shown.filter(chat -> chat.id().equals(each.id())).isPresent()))
                .toList();
        return new Chats(items, search, !items.isEmpty() || !search.isBlank());
    }

    private Door door(Optional<Visitor> visitor, Snapshot now) {
        Offer offer = conversations.offer(visitor);
        boolean loaded = now.loaded().rows() > 0 || now.holdings().rows() > 0;
        boolean closed = !now.configuration().userInterface().chatWithData();
        return new Door(
                closed ? Optional.of(CLOSED) : Optional.empty(),
                offer,
                loaded,
                offer.ready() && !closed && conversations.approved(offer, now),
                conversations.models().hasKey(Purpose.CHAT, visitor));
    }

    private Optional<Notice> notice(Context context, Optional<Visitor> visitor) {
        String deleted = Optional.ofNullable(context.queryParam("deleted")).orElse("");
        return visitor.flatMap(of -> conversations.chats().deleted(of, deleted))
                .map(chat ->
                        new Notice("The chat \"" + chat.name() + "\" is deleted.", Urls.chat(chat.id(), "restore")));
    }

    private static OptionalInt number(Context context, String name) {
        String text = Optional.ofNullable(context.queryParam(name))
                .or(() -> context.isFormUrlencoded() ? Optional.ofNullable(context.formParam(name)) : Optional.empty())
                .orElse("");
        return text.matches("[0-9]{1,4}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    private static String field(Context context, String name) {
        return Optional.ofNullable(context.formParam(name)).orElse("");
    }

    /** Asks, and leads to the chat, where the answer comes along. */
    public void ask(Context context) {
        if (!Snapshots.of(context, workspace).configuration().userInterface().chatWithData()) {
            throw new UserException(CLOSED);
        }
        String chat = field(context, "chat");
        String id = conversations.ask(
                Visits.begin(context),
                chat.isEmpty() ? Optional.empty() : Optional.of(chat),
                number(context, "from"),
                field(context, "question"));
        lead(context, Urls.chat(id));
    }

    private static void lead(Context context, String address) {
        context.redirect(address, HttpStatus.SEE_OTHER);
    }

    public void stop(Context context) {
        conversations.stop(Visits.begin(context), context.pathParam("id"));
        lead(context, Urls.chat(context.pathParam("id")));
    }

    public void rename(Context context) {
        String name = field(context, "name").strip();
        if (name.isEmpty()) {
            throw new UserException("The name is empty; write how the chat shall be called");
        }
        change(context, chat -> chat.named(name));
    }

    public void rate(Context context) {
        StoredExchange.Rating rating = switch (field(context, "rating").toLowerCase(Locale.ROOT)) {
            case "up" -> StoredExchange.Rating.UP;
            case "down" -> StoredExchange.Rating.DOWN;
            default -> StoredExchange.Rating.NONE;
        };
        int exchange = number(context, "exchange").orElse(0);
        change(context, chat -> exchange < chat.exchanges().size() ? chat.rated(exchange, rating) : chat);
    }

    /** Puts what was asked anew or otherwise back as it was. */
    public void bringBack(Context context) {
        requireStill(context);
        change(context, chat -> chat.broughtBack(chat.changed()));
    }

    private void requireStill(Context context) {
        if (conversations.running(context.pathParam("id")).isPresent()) {
            throw new UserException("An answer is coming along; wait for it, or stop it first");
        }
    }

    private void change(Context context, UnaryOperator<StoredChat> change) {
        String id = context.pathParam("id");
        conversations.chats().change(Visits.begin(context), id, change);
        lead(context, Urls.chat(id));
    }

    public void delete(Context context) {
        requireStill(context);
        String id = context.pathParam("id");
        conversations.chats().delete(Visits.begin(context), id);
        lead(context, Urls.ASSISTANT + "?deleted=" + id);
    }

    public void restore(Context context) {
        StoredChat chat = conversations.chats().restore(Visits.begin(context), context.pathParam("id"));
        lead(context, Urls.chat(chat.id()));
    }

    /** The chat as a file: Markdown, or who said what as text. */
    public void export(Context context) {
        StoredChat chat = stored(context);
        Respond.passing(context);
        boolean text = "text".equals(context.queryParam("as"));
        String origin =
                context.scheme() + "://" + Respond.header(context, "Host").orElse("");
        String content = text
                ? ChatText.plain(chat.chat())
                : ChatExport.markdown(
                        chat, page -> origin + Respond.mount(context).address(page));
        Respond.file(
                context,
                FileName.kept(text ? "chat_log.txt" : "chat.md"),
                text ? "text/plain; charset=utf-8" : "text/markdown; charset=utf-8",
                content.getBytes(StandardCharsets.UTF_8));
    }
}
