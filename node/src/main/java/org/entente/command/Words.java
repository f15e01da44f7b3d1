package org.entente.command;

import java.util.ArrayList;
import java.util.List;

/** The words of a command line, taken one by one, so that a word nobody takes is noticed. */
final class Words {
    private final String command;
    private final List<String> left;

    Words(List<String> arguments) {
        this.command = arguments.isEmpty() ? "help" : arguments.getFirst();
        this.left = new ArrayList<>(arguments.subList(Math.min(1, arguments.size()), arguments.size()));
    }

    String command() {
        return command;
    }

    boolean has(String flag) {
        return left.remove(flag);
    }

    String required(String option) {
        int at = left.indexOf(option);
        if (at < 0 || at + 1 >= left.size()) {
            throw new NotUnderstood(option + " and its value are needed");
        }
        left.remove(at);
        String value = left.remove(at);
        requireAllUsed();
        return value;
    }

    /** An option that may be left out. */
    String option(String option, String otherwise) {
        int at = left.indexOf(option);
        if (at < 0) {
            return otherwise;
        }
        if (at + 1 >= left.size()) {
            throw new NotUnderstood(option + " is followed by its value");
        }
        left.remove(at);
        return left.remove(at);
    }

    /** The first of what is left. */
    String next(String what) {
        if (left.isEmpty()) {
            throw new NotUnderstood(what + " is needed");
        }
        return left.removeFirst();
    }

    /** All that is left, which is thereby used. */
    List<String> rest() {
        List<String> rest = List.copyOf(left);
        left.clear();
        return rest;
    }

    /** All that is left, when it is so many files and no option. */
    List<String> files(int fewest, int most) {
        List<String> files = rest();
        files.stream().filter(word -> word.startsWith("--")).findFirst().ifPresent(word -> {
            throw new NotUnderstood("'" + word + "' is not understood here");
        });
        if (files.size() < fewest || files.size() > most) {
            throw new NotUnderstood("this command takes " + fewest + " to " + most + " files");
        }
        return files;
    }

    int number(String option, int otherwise) {
        int at = left.indexOf(option);
        if (at < 0) {
            return otherwise;
        }
        try {
            int value = Integer.parseInt(left.get(at + 1));
            left.subList(at, at + 2).clear();
            return value;
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new NotUnderstood(option + " is followed by a number");
        }
    }

    void requireAllUsed() {
        if (!left.isEmpty()) {
            throw new NotUnderstood("'" + left.getFirst() + "' is not understood here");
        }
    }
}
