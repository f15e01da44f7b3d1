package org.entente.node.names.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.names.legacy.AgencyTable;
import org.entente.names.legacy.Channel;
import org.entente.node.kernel.Text;
import org.entente.node.names.NamesSettings;
import org.entente.node.web.Messages;
import org.springframework.stereotype.Component;

/** The systems for which forms are recorded: those that every government has, and this one's own. */
@Component
public class Channels {
    private final List<Named> all;

    /**
     * A channel by the name that people know it by.
     *
     * @param table what its agency writes for letters that it lacks
     */
    public record Named(Channel channel, Text name, AgencyTable table) {
        Named(Channel channel, Text name) {
            this(channel, name, AgencyTable.NONE);
        }
    }

    Channels(NamesSettings settings, Messages messages) {
        List<Named> channels = new ArrayList<>();
        channels.add(new Named(Channel.MRZ_PASSPORT, messages.text("names.channel.passport")));
        channels.add(new Named(Channel.MRZ_CARD, messages.text("names.channel.card")));
        channels.add(new Named(Channel.LATIN1, messages.text("names.channel.latin1")));
        channels.add(new Named(Channel.ASCII, messages.text("names.channel.ascii")));
        settings.systems().forEach(system -> channels.add(new Named(system.channel(), system.name(), system.read())));
        this.all = List.copyOf(channels);
        if (all.stream().map(named -> named.channel().id()).distinct().count() < all.size()) {
            throw new IllegalArgumentException("two systems have the same id");
        }
    }

    List<Named> all() {
        return all;
    }

    /** The most characters that any of them takes. */
    public int most() {
        return all.stream().mapToInt(named -> named.channel().most()).max().orElse(0);
    }

    /** The system of this id. */
    public Optional<Named> find(String id) {
        return all.stream().filter(named -> named.channel().id().equals(id)).findFirst();
    }
}
