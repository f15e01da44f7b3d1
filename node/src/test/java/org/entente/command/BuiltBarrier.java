package org.entente.command;

import java.util.List;

/** A barrier, the table that has it, and what it is asked; each is found, and not in a table of plain text. */
record BuiltBarrier(String barrier, String columns, String search, String list) {
    static final String SOUND = "n text not null, given text, name text";

    /** B36 splits as full-text search does where the database's own locale knows letters; the one that comes along has none. */
    static final List<BuiltBarrier> ALL = List.of(
            column("B01", "n text, given text, name text check (name ~ '^[ -~]+$')"),
            column("B02", "n text, given text, name text check (name !~ '[^\\u0020-\\u00FF]')"),
            column("B03", "n text, given text, name text check (name ~ '^[[:alpha:] ]+$')"),
            column("B05", "n text, given text, name text check (name !~ '[0-9]')"),
            column("B06", "n text, given text, name text check (name !~ '[:,]')"),
            column("B08", "n text, given text, name text check (name ~ '^[A-Z]')"),
            column("B09", "n text, given text not null, name text"),
            column("B11", "n text, given text, name text check (length(name) > 1)"),
            column("B12", "n text, given text, name varchar(30)"),
            new BuiltBarrier("B19", SOUND, "select name from %s where name = ?", ""),
            new BuiltBarrier("B27", SOUND, "select name from %s where name = ?", ""),
            new BuiltBarrier("B31", SOUND, "select name from %s where upper(name) = upper(?)", ""),
            new BuiltBarrier(
                    "B36",
                    SOUND,
                    "select name from %s where ? = any(regexp_split_to_array(name collate \"und-x-icu\", '[^[:alpha:]ʼ]+'))",
                    ""),
            new BuiltBarrier("B37", SOUND, "", "select name from %s order by name collate \"C\""));

    private static BuiltBarrier column(String barrier, String columns) {
        return new BuiltBarrier(barrier, columns, "", "");
    }
}
