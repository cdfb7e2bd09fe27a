using System.Text.Json;
using System.Text.Json.Serialization;
using KiemDiem.Docs.Batch.Ledger;
using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Batch;

/// <summary>What batches keep as JSON in the ledger and in the store.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BatchOptions))]
[JsonSerializable(typeof(BatchSource))]
[JsonSerializable(typeof(Problem))]
internal sealed partial class BatchJson : JsonSerializerContext;
