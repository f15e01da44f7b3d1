package org.entente.command;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * An OpenAPI document of another system that is written in YAML, as the same in JSON. It makes plain values only, and is bounded
 * in its length and that of a line, its depth, its aliases, and in what these become when each is written out.
 */
final class YamlDocument {
    private static final int MAX_LENGTH = 4_000_000;
    private static final int MAX_DEPTH = 100;

    /** What follows one word to its end copies all of it for each further thousand characters. */
    private static final int MAX_LINE = 20_000;

    private static final int MAX_ALIASES = 1_000;
    private static final int MAX_WRITTEN = 8_000_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamWriteConstraints(StreamWriteConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .build();

    private YamlDocument() {}

    /**
     * The document in JSON; one that begins as JSON does is left as it is.
     *
     * @throws IllegalArgumentException when it is not YAML, or beyond a bound
     */
    static String read(String document) {
        return document.stripLeading().startsWith("{") ? document : json(document);
    }

    private static String json(String document) {
        if (document.length() > MAX_LENGTH || document.lines().anyMatch(line -> line.length() > MAX_LINE)) {
            throw new IllegalArgumentException("a document, or a line of it, is too long");
        }
        StringWriter json = new StringWriter();
        try {
            JSON.writeValue(new Bounded(json), load(document));
            return json.toString();
        } catch (RuntimeException e) {
            // Of a tag that does not fit its value SnakeYAML says whatever it came upon: a cast, a number that is none.
            throw new IllegalArgumentException("not a document in YAML, or beyond its bounds", e);
        }
    }

    private static Object load(String document) {
        LoaderOptions bounds = new LoaderOptions();
        bounds.setCodePointLimit(MAX_LENGTH);
        bounds.setNestingDepthLimit(MAX_DEPTH);
        bounds.setMaxAliasesForCollections(MAX_ALIASES);
        bounds.setAllowRecursiveKeys(false);
        bounds.setAllowDuplicateKeys(false);
        SafeConstructor plain = new SafeConstructor(bounds);
        plain.setAllowDuplicateKeys(false);
        plain.setComposer(new PlainKeys(new StreamReader(document), bounds));
        return plain.getSingleData(Object.class);
    }

    /** Composes what has no keys but words: a map hashes each key, and with it all that aliases of aliases make of it. */
    private static final class PlainKeys extends Composer {
        PlainKeys(StreamReader document, LoaderOptions bounds) {
            super(new ParserImpl(document, bounds), new Resolver(), bounds);
        }

        @Override
        protected Node composeKeyNode(MappingNode mapping) {
            Node key = super.composeKeyNode(mapping);
            if (!(key instanceof ScalarNode)) {
                throw new IllegalArgumentException("a key that is no word");
            }
            return key;
        }
    }

    /** Few aliases of aliases make a text of any length. */
    private static final class Bounded extends FilterWriter {
        private int written;

        Bounded(Writer out) {
            super(out);
        }

        @Override
        public void write(char[] characters, int from, int length) throws IOException {
            count(length);
            super.write(characters, from, length);
        }

        @Override
        public void write(String text, int from, int length) throws IOException {
            count(length);
            super.write(text, from, length);
        }

        @Override
        public void write(int character) throws IOException {
            count(1);
            super.write(character);
        }

        private void count(int length) throws IOException {
            written += length;
            if (written > MAX_WRITTEN) {
                throw new IOException("more than is read");
            }
        }
    }
}
