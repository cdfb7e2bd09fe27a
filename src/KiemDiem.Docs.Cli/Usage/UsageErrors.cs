using System.CommandLine;
using System.CommandLine.Parsing;

namespace KiemDiem.Docs.Cli.Usage;

/// <summary>What is wrong with a command line, in Vietnamese.</summary>
/// <remarks>
/// System.CommandLine 3.0 has no hook for the language of its messages (its LocalizationResources is internal), so
/// only the fact that there is a mistake is taken from it, and what it is is read off the parse result.
/// </remarks>
internal static class UsageErrors
{
    /// <exception cref="UsageException">There are mistakes.</exception>
    public static void Refuse(ParseResult parsed)
    {
        if (parsed.Action is HelpAction or VersionAction || parsed.Errors.Count == 0)
            return;
        string[] sentences = [.. Sentences(parsed).Distinct()];
        throw new UsageException(
            sentences.Length > 0 ? sentences : ["Dòng lệnh không đúng."], CommandPath.Of(parsed.CommandResult.Command));
    }

    private static IEnumerable<string> Sentences(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (command.Subcommands.Count > 0 && command.Arguments.Count == 0)
        {
            var known = string.Join(", ", command.Subcommands.Where(sub => !sub.Hidden).Select(sub => sub.Name));
            yield return parsed.UnmatchedTokens is [var unknown, ..]
                ? $"Không có lệnh \"{unknown}\"; các lệnh: {known}."
                : $"Thiếu lệnh; các lệnh: {known}.";
            yield break;
        }

        foreach (var token in parsed.UnmatchedTokens)
        {
            yield return token.StartsWith('-')
                ? $"Không có tùy chọn \"{token}\"."
                : $"Thừa tham số \"{token}\".";
        }

        foreach (var argument in command.Arguments.Where(argument => IsMissing(parsed, argument)))
            yield return $"Thiếu {argument.Name}: {argument.Description}";
        foreach (var option in command.Options.Where(option => option.Required && !WasTyped(parsed.GetResult(option))))
            yield return $"Thiếu tùy chọn {OptionText.Of(option)}: {option.Description}";
        foreach (var option in parsed.Errors.Select(error => error.SymbolResult).OfType<OptionResult>().Where(WasTyped))
            yield return OptionMistake(option);
    }

    private static bool WasTyped(OptionResult? result) => result is { IdentifierTokenCount: > 0 };

    private static bool IsMissing(ParseResult parsed, Argument argument) =>
        argument.Arity.MinimumNumberOfValues > 0 && parsed.GetResult(argument) is not { Tokens.Count: > 0 };

    private static string OptionMistake(OptionResult result) => result.IdentifierTokenCount > 1
        ? $"Tùy chọn {result.Option.Name} chỉ được ghi một lần."
        : $"Tùy chọn {result.Option.Name} cần một giá trị: {OptionText.Of(result.Option)}.";
}
