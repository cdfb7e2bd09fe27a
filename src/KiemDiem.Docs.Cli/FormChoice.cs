using KiemDiem.Docs.Cli.Usage;
using KiemDiem.Docs.Forms;

namespace KiemDiem.Docs.Cli;

/// <summary>Finds the form that a command line names.</summary>
internal static class FormChoice
{
    /// <summary>The form in that edition, or in its newest.</summary>
    /// <exception cref="UsageException">There is no such form or edition.</exception>
    public static FormDefinition Find(FormLibrary library, string form, string? edition, string command)
    {
        Require(library, form, edition, command);
        var editions = library.EditionsOf(form);
        return edition is null ? editions[^1] : editions.First(known => known.Edition.Id == edition);
    }

    /// <summary>Refuses names that no record could ever match.</summary>
    /// <exception cref="UsageException">There is no such form or edition.</exception>
    public static void Require(FormLibrary library, string? form, string? edition, string command)
    {
        if (form is not null && library.EditionsOf(form).Count == 0)
        {
            throw new UsageException(
                [$"Không có mẫu \"{form}\"; các mẫu: {string.Join(", ", library.FormIds)}."], command);
        }

        var editions = form is null
            ? library.Editions.Select(known => known.Id)
            : library.EditionsOf(form).Select(known => known.Edition.Id);
        if (edition is not null && !editions.Contains(edition))
        {
            throw new UsageException(
                [$"Không có phiên bản \"{edition}\"; các phiên bản: {string.Join(", ", editions)}."], command);
        }
    }
}
