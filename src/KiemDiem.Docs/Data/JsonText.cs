using System.Text.Json;

namespace KiemDiem.Docs.Data;

/// <summary>
/// Strings of a JSON document; .NET throws where they hold half a surrogate pair or bytes that are not UTF-8.
/// </summary>
internal static class JsonText
{
    /// <returns>Null where the string is no Unicode text.</returns>
    public static string? Of(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <returns>Null where the name is no Unicode text.</returns>
    public static string? NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
