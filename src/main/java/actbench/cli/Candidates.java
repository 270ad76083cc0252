package actbench.cli;

import actbench.activation.ActivationCatalog;
import actbench.activation.ActivationEntry;
import actbench.data.Dataset;
import actbench.data.DatasetCatalog;
import actbench.model.Model;
import actbench.model.ModelCatalog;
import java.util.Iterator;

/** Names that a shell offers in place of an argument; the catalogues are read when it asks. */
final class Candidates {
  private Candidates() {}

  static final class Functions implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return ActivationCatalog.entries().stream().map(ActivationEntry::name).iterator();
    }
  }

  static final class Networks implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return ModelCatalog.all().stream().map(Model::name).iterator();
    }
  }

  static final class Datasets implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return DatasetCatalog.standard().datasets().stream().map(Dataset::name).iterator();
    }
  }
}
