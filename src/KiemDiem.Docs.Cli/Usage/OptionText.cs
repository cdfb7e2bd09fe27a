using System.CommandLine;

namespace KiemDiem.Docs.Cli.Usage;

/// <summary>An option as it is typed.</summary>
internal static class OptionText
{
    /// <summary>"-o THƯ-MỤC", or "--quiet" where the option takes no value.</summary>
    public static string Of(Option option) => TakesValue(option) ? $"{option.Name} {option.HelpName}" : option.Name;

    /// <summary>With its other names: "--quiet, -q".</summary>
    public static string WithAliases(Option option) =>
        string.Join(", ", option.Aliases.Order(StringComparer.Ordinal).Prepend(option.Name))
        + (TakesValue(option) ? $" {option.HelpName}" : string.Empty);

    private static bool TakesValue(Option option) => option.ValueType != typeof(bool);
}

/// <summary>A command as it is typed.</summary>
internal static class CommandPath
{
    /// <summary>"kiemdiem batch verify".</summary>
    public static string Of(Command command) => command is RootCommand
        ? App.Name
        : $"{Of(command.Parents.OfType<Command>().Single())} {command.Name}";
}
