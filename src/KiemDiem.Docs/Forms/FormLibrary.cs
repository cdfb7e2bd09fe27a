namespace KiemDiem.Docs.Forms;

/// <summary>
/// All the forms there are: every edition folder under form-templates, read and checked at the start.
/// </summary>
public sealed class FormLibrary
{
    private const string EditionFile = "edition.json";

    private FormLibrary(IReadOnlyList<Edition> editions, IReadOnlyList<FormDefinition> forms)
    {
        Editions = editions;
        Forms = forms;
    }

    /// <summary>By first day in force, then by name.</summary>
    public IReadOnlyList<Edition> Editions { get; }

    /// <summary>By form, then by edition.</summary>
    public IReadOnlyList<FormDefinition> Forms { get; }

    /// <summary>The identifiers of the forms, each once, in order.</summary>
    public IReadOnlyList<string> FormIds => [.. Forms.Select(form => form.Id).Distinct()];

    /// <summary>Reads a folder of editions.</summary>
    /// <exception cref="BrokenDefinitionException">A file is not as it should be.</exception>
    public static FormLibrary Load(string folder)
    {
        if (!Directory.Exists(folder))
            throw new BrokenDefinitionException(folder, null, null, "Thư mục không tồn tại.");

        var editions = new List<Edition>();
        var forms = new List<FormDefinition>();
        foreach (var path in Directory.GetDirectories(folder).Order(StringComparer.Ordinal))
        {
            var edition = ReadEdition(path);
            editions.Add(edition);
            forms.AddRange(ReadForms(path, edition));
        }

        if (forms.Count == 0)
            throw new BrokenDefinitionException(folder, null, null, "Không có mẫu nào.");
        RefuseOverlaps(folder, forms);
        return new FormLibrary(
            [.. editions.OrderBy(known => known.InForce.From).ThenBy(known => known.Id, StringComparer.Ordinal)],
            [.. forms.OrderBy(form => form.Id, StringComparer.Ordinal).ThenBy(form => form.Edition.InForce.From)]);
    }

    /// <summary>The editions of a form, oldest first; empty where there is no such form.</summary>
    public IReadOnlyList<FormDefinition> EditionsOf(string form) => [.. Forms.Where(known => known.Id == form)];

    private static Edition ReadEdition(string folder)
    {
        var file = Path.Combine(folder, EditionFile);
        var edition = DefinitionReader.Read<Edition>(file);
        var theThucFile = Path.GetFullPath(Path.Combine(folder, edition.TheThucFile));
        var theThuc = DefinitionReader.Read<TheThuc>(theThucFile);
        DefinitionRules.Check(theThucFile, theThuc);
        DefinitionRules.Check(file, edition, Path.GetFileName(folder));
        return edition with { TheThuc = theThuc };
    }

    private static IEnumerable<FormDefinition> ReadForms(string folder, Edition edition)
    {
        var known = new[] { EditionFile, "the-thuc.json" };
        foreach (var file in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            if (known.Contains(Path.GetFileName(file)))
                continue;
            var form = DefinitionReader.Read<FormDefinition>(file) with { Edition = edition };
            DefinitionRules.Check(file, form);
            yield return form;
        }
    }

    private static void RefuseOverlaps(string folder, List<FormDefinition> forms)
    {
        foreach (var form in forms)
        {
            var rival = forms.Find(other => !ReferenceEquals(other, form) && other.Id == form.Id
                && other.Edition.InForce.From >= form.Edition.InForce.From
                && form.Edition.InForce.Covers(other.Edition.InForce.From));
            if (rival is not null)
            {
                throw new BrokenDefinitionException(
                    folder, null, form.Id, $"Hai phiên bản {form.Edition.Id} và {rival.Edition.Id} cùng có hiệu lực.");
            }
        }
    }
}
