using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Crm.Host.Tests.Hostile;

/// <param name="Name">Which operation, and what is wrong with the request.</param>
/// <param name="Request">Makes it; a request can be sent once only.</param>
internal sealed record Attack(string Name, Func<HttpRequestMessage> Request);

/// <summary>
/// Requests that no well-behaved caller sends. The same for every run; which values meet which property goes round, so that the number
/// of requests grows with the number of properties and not with its product with the number of values.
/// </summary>
internal static partial class Attacks
{
    private const int MostPropertiesPerOperation = 40;
    private const int ValuesPerProperty = 8;
    private const int ValuesPerParameter = 6;
    private const string Matching = "\"1\"";

    private static readonly byte[] TenMegabytes = [.. "{\"name\":\""u8, .. Enumerable.Repeat((byte)'a', 10 * 1024 * 1024), .. "\"}"u8];

    /// <summary>As they stand in JSON.</summary>
    private static readonly string[] Values =
    [
        "null", "true", "-1", "1e400", "99999999999999999999999999999", "-9223372036854775808", "0.0000000000001", "79228162514264337593543950335", "[]", "{}",
        "\"\"", "\" \"", "\"a\\u0000b\"", "\"a\\ud800b\"", "\"no-such-name\"", "\"2026-02-30\"", "\"0001-01-01\"", "\"9999-12-31T23:59:59Z\"", "\"NaN\"",
        "\"Robert'); DROP TABLE x;--\"", "\"00000000-0000-0000-0000-000000000000\"", $"\"{new string('x', 5000)}\"", "[[]]", "{\"nose\":\"red\"}", "Infinity",
    ];

    /// <summary>Escaped as they stand in an address.</summary>
    private static readonly string[] Parameters =
    [
        "", "%00", "%ED%A0%80", "%F0%28%8C%28", "-1", "0", "99999999999999999999", "NaN", "1e9", "x%27--", "%25%5B", "..%2F..%2Fetc", "null", "2026-02-30",
        new string('x', 3000), "0198c5a0-7b1e-7c3a-9d2f-000000000000", "%F0%9F%A6%86",
    ];

    private static readonly (string Name, string Value)[] Headers =
    [
        ("If-Match", "*"), ("If-Match", "W/\"1\""), ("If-Match", "\"x\""), ("If-Match", "\"99999999999999\""), ("If-Match", "\"1\", \"2\""), ("If-Match", "1"),
        ("Idempotency-Key", new string('k', 300)), ("Idempotency-Key", "\u00e9"), ("Accept-Language", ";;q=x"), ("If-None-Match", "nonsense"),
        ("Authorization", "Bearer crm_x"), ("Authorization", "Basic eDp5"), ("traceparent", "00-nonsense"),
    ];

    public static IEnumerable<Attack> On(IReadOnlyList<ApiOperation> operations) =>
        operations.SelectMany((operation, turn) => Plain(operation).Concat(OnAddress(operation, turn)).Concat(OnHeaders(operation, turn)).Concat(OnBody(operation, turn)));

    private static IEnumerable<Attack> Plain(ApiOperation operation)
    {
        yield return Make(operation, "as described, for what does not exist", operation.Address(), operation.Body?.ToJsonString(), Matching);
        yield return Make(operation, "without If-Match", operation.Address(), operation.Body?.ToJsonString(), ifMatch: null);
        yield return Make(operation, "unknown query parameter", $"{operation.Address()}{(operation.Address().Contains('?') ? '&' : '?')}nose=red&filter[]=&filter[a][b][c]=d", operation.Body?.ToJsonString(), Matching);
    }

    private static IEnumerable<Attack> OnAddress(ApiOperation operation, int turn) =>
        operation.Path.Concat(operation.Query).SelectMany((parameter, place) => Some(Parameters, ValuesPerParameter, turn + (place * 5)).Select(value =>
            Make(operation, $"{parameter.Name}={Short(value)}", operation.Address(parameter.Name, operation.Path.Contains(parameter) ? InPath(value) : value), operation.Body?.ToJsonString(), Matching)));

    private static IEnumerable<Attack> OnHeaders(ApiOperation operation, int turn) => Some(Headers, 4, turn).Select(header =>
    {
        var plain = Make(operation, $"{header.Name}: {Short(header.Value)}", operation.Address(), operation.Body?.ToJsonString(), header.Name == "If-Match" ? null : Matching);
        return plain with
        {
            Request = () =>
            {
                var request = plain.Request();
                request.Headers.TryAddWithoutValidation(header.Name, header.Value);
                return request;
            },
        };
    });

    private static IEnumerable<Attack> OnBody(ApiOperation operation, int turn)
    {
        if (operation.ContentType is null) yield break;
        foreach (var (name, body) in Whole(operation.Body))
            yield return Make(operation, name, operation.Address(), body, Matching);
        yield return Bytes(operation, "ten megabytes", TenMegabytes, operation.ContentType);
        yield return Bytes(operation, "not UTF-8", [0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d], operation.ContentType);
        yield return Bytes(operation, "plain text", "hello"u8.ToArray(), "text/plain");
        yield return Bytes(operation, "UTF-16", Encoding.Unicode.GetBytes("{}"), $"{operation.ContentType}; charset=utf-16");
        var properties = operation.Body is null ? [] : Pointers(operation.Body, []).Take(MostPropertiesPerOperation).ToList();
        for (var i = 0; i < properties.Count; i++)
        {
            foreach (var value in Some(Values, ValuesPerProperty, turn + (i * 7)))
                yield return Make(operation, $"/{string.Join('/', properties[i])} = {Short(value)}", operation.Address(), With(operation.Body!, properties[i], value), Matching);
        }
    }

    private static IEnumerable<(string Name, string Body)> Whole(JsonNode? sample)
    {
        yield return ("empty", "");
        yield return ("null", "null");
        yield return ("a list", "[]");
        yield return ("an empty object", "{}");
        yield return ("a number", "1");
        yield return ("cut off", "{\"name\":");
        yield return ("a hundred levels of lists", new string('[', 100) + new string(']', 100));
        yield return ("a hundred levels of objects", string.Concat(Enumerable.Repeat("{\"name\":", 100)) + "1" + new string('}', 100));
        yield return ("a comment", "/* hello */ {}");
        yield return ("a trailing comma", "{\"name\":\"x\",}");
        yield return ("a property twice", "{\"name\":\"x\",\"name\":\"y\"}");
        yield return ("a name with NUL", "{\"na\\u0000me\":1}");
        yield return ("a name with half a surrogate pair", "{\"\\ud800\":1}");
        if (sample is not JsonObject known) yield break;
        var extended = known.DeepClone().AsObject();
        extended["nose"] = "red";
        yield return ("an unknown property", extended.ToJsonString());
    }

    /// <summary>The paths of all properties and list items, the outer before the inner.</summary>
    private static IEnumerable<string[]> Pointers(JsonNode node, string[] path)
    {
        var children = node switch
        {
            JsonObject o => o.Select(p => (p.Key, p.Value)),
            JsonArray a => a.Select((item, i) => (i.ToString(CultureInfo.InvariantCulture), item)),
            _ => [],
        };
        foreach (var (name, child) in children)
        {
            string[] here = [.. path, name];
            yield return here;
            if (child is null) continue;
            foreach (var below in Pointers(child, here)) yield return below;
        }
    }

    // Written as text, because the values include what no JSON tree can hold.
    private static string With(JsonNode sample, string[] path, string value)
    {
        const string Mark = "\"hostile-value-goes-here\"";
        var changed = sample.DeepClone();
        var at = At(changed, path[..^1])!;
        if (at is JsonArray items) items[int.Parse(path[^1], CultureInfo.InvariantCulture)] = JsonNode.Parse(Mark);
        else at[path[^1]] = JsonNode.Parse(Mark);
        return changed.ToJsonString().Replace(Mark, value, StringComparison.Ordinal);
    }

    private static JsonNode? At(JsonNode whole, string[] path)
    {
        JsonNode? at = whole;
        foreach (var name in path) at = at is JsonArray list ? list[int.Parse(name, CultureInfo.InvariantCulture)] : at![name];
        return at;
    }

    // No server lets NUL or nothing through to the application at that place.
    private static string InPath(string value) => value is "" or "%00" ? "%20" : value;

    private static IEnumerable<T> Some<T>(T[] all, int count, int from) => Enumerable.Range(0, count).Select(i => all[(from + (i * 11)) % all.Length]);

    private static string Short(string value) => value.Length > 60 ? $"{value[..20]}... ({value.Length})" : value;

    private static Attack Make(ApiOperation operation, string name, string address, string? body, string? ifMatch) => new($"{operation.Name}: {name}", () =>
    {
        var request = new HttpRequestMessage(operation.Method, address);
        if (body is not null && operation.ContentType is not null) request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue(operation.ContentType));
        if (ifMatch is not null && operation.Method != HttpMethod.Get) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return request;
    });

    private static Attack Bytes(ApiOperation operation, string name, byte[] body, string contentType) => new($"{operation.Name}: {name}", () =>
    {
        var request = new HttpRequestMessage(operation.Method, operation.Address()) { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        request.Headers.TryAddWithoutValidation("If-Match", Matching);
        return request;
    });
}
