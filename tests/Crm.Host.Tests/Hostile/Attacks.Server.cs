using System.Text.Json.Nodes;

namespace Crm.Host.Tests.Hostile;

/// <summary>
/// What a database server refuses and a file takes: NUL, moments before and after all time, numbers that do not fit. Few of them, since most
/// requests are refused before they come to a database, whichever it is.
/// </summary>
internal static partial class Attacks
{
    private const int FirstProperties = 12;

    private static readonly string[] ServerTexts = ["\"a\\u0000b\"", "\"\\u0000\"", "\"infinity\"", "\"a\\ud800b\""];

    private static readonly string[] ServerMoments =
        ["\"0001-01-01\"", "\"9999-12-31\"", "\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59.9999999Z\"", "\"0001-01-01T00:00:00+14:00\"", "\"-infinity\""];

    private static readonly string[] ServerNumbers =
        ["79228162514264337593543950335", "-79228162514264337593543950335", "9223372036854775807", "-9223372036854775808", "2147483647", "0.0000000000000000000000000001", "1e28"];

    private static readonly string[] ServerParameters =
        ["%00", "a%00b", "infinity", "-infinity", "0001-01-01", "9999-12-31", "9999-12-31T23:59:59.9999999Z", "0001-01-01T00:00:00%2B14:00", "79228162514264337593543950335", "9223372036854775807"];

    public static IEnumerable<Attack> OnServer(IReadOnlyList<ApiOperation> operations) =>
        operations.SelectMany((operation, turn) => ParametersOnServer(operation, turn).Concat(BodiesOnServer(operation, turn)));

    private static IEnumerable<Attack> ParametersOnServer(ApiOperation operation, int turn) =>
        operation.Query.SelectMany((parameter, place) => Some(ServerParameters, count: 2, turn + (place * 3)).Select(value =>
            Make(operation, $"{parameter.Name}={value}", operation.Address(parameter.Name, value), operation.Body?.ToJsonString(), Matching)));

    private static IEnumerable<Attack> BodiesOnServer(ApiOperation operation, int turn)
    {
        if (operation.Body is null) yield break;
        var properties = Pointers(operation.Body, []).Take(FirstProperties).ToList();
        for (var i = 0; i < properties.Count; i++)
        {
            string[] values = At(operation.Body, properties[i]) switch
            {
                JsonValue { } known when known.TryGetValue<string>(out var text) => text[0] == '2' ? ServerMoments : ServerTexts,
                JsonValue { } known when known.TryGetValue<int>(out _) => ServerNumbers,
                _ => [],
            };
            foreach (var one in Some(values, Math.Min(values.Length, 1), turn + i))
                yield return Make(operation, $"/{string.Join('/', properties[i])} = {one}", operation.Address(), With(operation.Body, properties[i], one), Matching);
        }
    }
}
