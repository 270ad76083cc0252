package actbench.cli;

import actbench.model.Blueprint;
import actbench.model.ChannelOp;
import actbench.model.HiddenActivation;
import actbench.model.Node;
import actbench.model.Op;
import actbench.model.Patch;
import actbench.model.Weight;
import actbench.model.WindowOp;
import actbench.spec.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Networks as text. */
final class ModelTable {
  private static final String NONE = "-";

  private ModelTable() {}

  /** A line for each network. */
  static String list(List<ModelCard> cards) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "NAME", "PARAMETERS", "TRAINABLE", "MULTIPLY-ADDS", "MEMORY", "STEP", "WHAT IT IS"));
    for (ModelCard card : cards) {
      if (card.network().isEmpty()) {
        rows.add(List.of(card.model().name(), NONE, NONE, NONE, NONE, NONE, card.problem()));
      } else {
        Blueprint network = card.network().get();
        rows.add(
            List.of(
                card.model().name(),
                whole(network.parameters()),
                whole(network.trainableParameters()),
                millions(network.multiplyAdds()),
                bytes(card.cost().memory()),
                seconds(card.cost().seconds()),
                card.model().summary()));
      }
    }
    return aligned(rows, Set.of(1, 2, 3, 4, 5));
  }

  /** What it is, then a line for each step, then what it costs. */
  static String show(ModelCard card) {
    Blueprint network = card.network().orElseThrow();
    StringBuilder text = new StringBuilder();
    text.append(card.model().name()).append(": ").append(card.model().summary()).append('\n');
    text.append("Source: ").append(card.model().source()).append('\n');
    for (Parameter each : card.model().settings()) {
      text.append(
          "%s: %s (%s; %s)\n"
              .formatted(each.name(), card.run().label(each.name()), each.doc(), each.allowed()));
    }
    text.append('\n');
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("LAYER", "DETAIL", "OUTPUT", "PARAMETERS", "MULTIPLY-ADDS", "READS"));
    rows.add(List.of("input", "", network.input().toString(), "", "", ""));
    String before = Blueprint.INPUT;
    for (Node node : network.nodes()) {
      long parameters = node.weights().stream().mapToLong(Weight::size).sum();
      long work = node.op().multiplyAdds(node.input(), node.output());
      boolean straight = node.inputs().equals(List.of(before));
      rows.add(
          List.of(
              node.name(),
              detail(node),
              node.output().toString(),
              parameters == 0 ? "" : whole(parameters),
              work == 0 ? "" : whole(work),
              straight ? "" : String.join(" ", node.inputs())));
      before = node.name();
    }
    text.append(aligned(rows, Set.of(3, 4))).append('\n');
    text.append(
        "%s parameters, %s of them trainable; %s multiply-adds an example, forward\n"
            .formatted(
                whole(network.parameters()),
                whole(network.trainableParameters()),
                millions(network.multiplyAdds())));
    text.append(
        "At batch size %d: about %s of memory for weights, gradients and all outputs, and about %s a step\n"
            .formatted(card.batch(), bytes(card.cost().memory()), seconds(card.cost().seconds())));
    return text.append(
            "The time is an estimate for the two cores of docs/models.md; --speed scales it\n")
        .toString();
  }

  /** What sets a step apart from others of its kind. */
  static String detail(Node node) {
    Op op = node.op();
    if (op instanceof WindowOp.Convolution conv) {
      return patch(conv.patch())
          + (conv.groups() > 1 ? " in " + conv.groups() + " groups" : "")
          + (conv.bias() ? "" : " no bias");
    } else if (op instanceof WindowOp window) {
      return patch(window.patch());
    } else if (op instanceof Op.Dropout dropout) {
      return dropout.rate() + (dropout.wholeChannels() ? " of the channels" : "");
    } else if (op instanceof Op.Activate activate) {
      return activate.changing().map(ModelTable::changing).orElse("");
    } else if (op instanceof Op.Multiply multiply) {
      return "by " + multiply.factor();
    } else if (op instanceof Op.Routing routing) {
      return "%d rounds to %d capsules of %d"
          .formatted(
              routing.iterations(),
              routing.capsules(),
              node.input().channels() / routing.capsules());
    } else if (op instanceof ChannelOp.Slice slice) {
      return "channels " + slice.from() + " to " + (slice.to() - 1);
    } else if (op instanceof ChannelOp.Shuffle shuffle) {
      return shuffle.groups() + " groups";
    }
    return "";
  }

  private static String changing(HiddenActivation activation) {
    return "learns %s per %s"
        .formatted(
            String.join(", ", activation.learned()), activation.perChannel() ? "channel" : "layer");
  }

  private static String patch(Patch patch) {
    return patch.height()
        + "x"
        + patch.width()
        + (patch.stride() > 1 ? " stride " + patch.stride() : "");
  }

  private static String aligned(List<List<String>> rows, Set<Integer> right) {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        int place = column;
        int width = rows.stream().mapToInt(each -> each.get(place).length()).max().orElse(0);
        String gap = " ".repeat(width - row.get(column).length());
        String cell = row.get(column);
        line.append(right.contains(column) ? gap + cell : cell + gap).append("  ");
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static String whole(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String millions(long number) {
    return number < 100_000
        ? whole(number)
        : String.format(Locale.ROOT, "%,.1f million", number / 1e6);
  }

  static String bytes(long number) {
    return number < 1_000_000_000
        ? String.format(Locale.ROOT, "%.0f MB", Math.ceil(number / 1e6))
        : String.format(Locale.ROOT, "%.1f GB", number / 1e9);
  }

  static String seconds(double time) {
    return time < 1
        ? String.format(Locale.ROOT, "%.0f ms", Math.max(time * 1000, 1))
        : String.format(Locale.ROOT, "%.1f s", time);
  }
}
