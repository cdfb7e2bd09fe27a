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

    /// <summary>
    /// The value of a key; the last where the key is there twice. JsonElement.TryGetProperty throws where any other
    /// key is no Unicode text (.NET 10).
    /// </summary>
    public static bool TryGet(JsonElement record, string key, out JsonElement value)
    {
        value = default;
        if (record.ValueKind != JsonValueKind.Object)
            return false;
        try
        {
            return record.TryGetProperty(key, out value);
        }
        catch (InvalidOperationException)
        {
            value = record.EnumerateObject().LastOrDefault(property => NameOf(property) == key).Value;
            return value.ValueKind != JsonValueKind.Undefined;
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
