using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace KiemDiem.Docs.Batch.Results;

/// <summary>Reads manifest.json record by record; only the one at hand is in memory.</summary>
public sealed class ManifestReader
{
    /// <summary>A record with a problem in every item is far below this.</summary>
    private const int LongestValue = 64 * 1024 * 1024;

    private readonly Stream stream;
    private byte[] buffer = new byte[32 * 1024];
    private int start;
    private int end;
    private bool isAtEnd;
    private JsonReaderState state;

    private ManifestReader(Stream stream)
    {
        this.stream = stream;
        Head = ReadHead();
    }

    private delegate bool Attempt<T>(ref Utf8JsonReader reader, out T? value);

    public ManifestHead Head { get; }

    /// <summary>Null until all records were read.</summary>
    public ManifestTotals? Totals { get; private set; }

    /// <summary>Reads the head.</summary>
    /// <param name="stream">UTF-8, read once from its place on; the caller disposes of it.</param>
    /// <exception cref="InvalidDataException">It is no manifest.</exception>
    public static ManifestReader Open(Stream stream) => new(stream);

    /// <summary>The records, once, in the order of their numbers.</summary>
    /// <exception cref="InvalidDataException">The manifest is broken or cut off.</exception>
    public IEnumerable<RecordResult> Records()
    {
        while (ReadRecord() is { } record)
            yield return record;
        ReadEnd();
    }

    private ManifestHead ReadHead()
    {
        ManifestProgram? program = null;
        Dictionary<string, string>? options = null;
        string? format = null;
        Expect(JsonTokenType.StartObject);
        while (NextName() is { } name)
        {
            switch (name)
            {
                case ManifestJson.Names.Format:
                    format = ReadValue(ResultJson.Default.String);
                    break;
                case ManifestJson.Names.Program:
                    program = ReadValue(ResultJson.Default.ManifestProgram);
                    break;
                case ManifestJson.Names.Options:
                    options = ReadValue(ResultJson.Default.DictionaryStringString);
                    break;
                case ManifestJson.Names.Records when format == ManifestJson.Format && program is not null:
                    Expect(JsonTokenType.StartArray);
                    return new ManifestHead(program, options ?? []);
                case ManifestJson.Names.Records:
                    throw Broken();
                default:
                    ReadValue(ResultJson.Default.JsonElement);
                    break;
            }
        }

        throw Broken();
    }

    private RecordResult? ReadRecord() => Try((ref Utf8JsonReader reader, out RecordResult? record) =>
    {
        record = null;
        if (!reader.Read())
            return false;
        if (reader.TokenType == JsonTokenType.EndArray)
            return true;
        return TryDeserialize(ref reader, ResultJson.Default.RecordResult, out record);
    });

    private void ReadEnd()
    {
        while (NextName() is { } name)
        {
            if (name == ManifestJson.Names.Totals)
                Totals = ReadValue(ResultJson.Default.ManifestTotals);
            else
                ReadValue(ResultJson.Default.JsonElement);
        }

        if (Totals is null)
            throw Broken();
    }

    /// <returns>The name of the next property; null at the end of the object.</returns>
    private string? NextName() => Try((ref Utf8JsonReader reader, out string? name) =>
    {
        name = null;
        if (!reader.Read())
            return false;
        if (reader.TokenType == JsonTokenType.PropertyName)
            name = reader.GetString();
        else if (reader.TokenType != JsonTokenType.EndObject)
            throw Broken();
        return true;
    });

    private void Expect(JsonTokenType token) => Try((ref Utf8JsonReader reader, out object? nothing) =>
    {
        nothing = null;
        return reader.Read() && (reader.TokenType == token ? true : throw Broken());
    });

    private T? ReadValue<T>(JsonTypeInfo<T> type) => Try((ref Utf8JsonReader reader, out T? value) =>
    {
        value = default;
        return reader.Read() && TryDeserialize(ref reader, type, out value);
    });

    private static bool TryDeserialize<T>(ref Utf8JsonReader reader, JsonTypeInfo<T> type, out T? value)
    {
        var whole = reader;
        value = default;
        if (!whole.TrySkip())
            return false;
        value = JsonSerializer.Deserialize(ref reader, type) ?? throw Broken();
        return true;
    }

    /// <summary>Tries to read from what is there; as long as that is too little, more is fetched.</summary>
    private T? Try<T>(Attempt<T> attempt)
    {
        try
        {
            while (true)
            {
                var reader = new Utf8JsonReader(buffer.AsSpan(start, end - start), isAtEnd, state);
                if (attempt(ref reader, out var value))
                {
                    start += (int)reader.BytesConsumed;
                    state = reader.CurrentState;
                    return value;
                }

                Fetch();
            }
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException("The manifest is broken.", broken);
        }
    }

    private void Fetch()
    {
        if (isAtEnd)
            throw Broken();
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - start);
        if (end == buffer.Length)
        {
            if (end >= LongestValue)
                throw Broken();
            Array.Resize(ref buffer, end * 2);
        }

        var read = stream.Read(buffer, end, buffer.Length - end);
        isAtEnd = read == 0;
        end += read;
    }

    private static InvalidDataException Broken() => new("The file is no manifest, or is cut off.");
}
