using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Crm.Host.Tests.App;
using Shouldly;

namespace Crm.Host.Tests.Http;

/// <summary>Sends the requests of a file one after the other, as somebody would who clicks through it in an editor.</summary>
/// <param name="app">To which they are sent.</param>
/// <param name="file">Its name, for whoever reads what went wrong.</param>
/// <param name="variables">Of the file, and those that stand for the host and the key.</param>
internal sealed partial class HttpFileRun(CrmApp app, string file, IReadOnlyDictionary<string, string> variables)
{
    private readonly Dictionary<string, Answer> _answers = [];
    private bool _mayHaveCausedEvents = true;

    public async Task Send(HttpStep step)
    {
        // Who clicks is slower than news between modules. Reading makes none.
        if (_mayHaveCausedEvents) await app.EventsSettled();
        _mayHaveCausedEvents = step.Method != HttpMethod.Get.Method;
        using var request = new HttpRequestMessage(new HttpMethod(step.Method), Filled(step.Address, step));
        if (step.Body.Length > 0) request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(BodyOf(step)));
        foreach (var (name, value) in step.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, Filled(value, step))) request.Content!.Headers.TryAddWithoutValidation(name, Filled(value, step));
        }

        using var client = app.Stranger();
        using var response = await client.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        ((int?)(int)response.StatusCode).ShouldBe(step.Expected, $"{At(step)}\n{body}");
        foreach (var (path, value) in step.Promises) Same(Found(body, path, step), Filled(value, step)).ShouldBeTrue($"{At(step)}\n{path} is {Found(body, path, step)}, not {value}\n{body}");
        if (step.Name is { } known) _answers[known] = new Answer(body, response.Headers.ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase));
    }

    // The parts of a form end as lines of mails do, whatever those of the file do.
    private string BodyOf(HttpStep step) => step.Headers.Any(h => h.Value.StartsWith("multipart/", StringComparison.Ordinal))
        ? Filled(step.Body, step).ReplaceLineEndings("\r\n") + "\r\n"
        : Filled(step.Body, step);

    private string At(HttpStep step) => $"{file}, line {step.Line}: {step.Title}";

    // 70.2 is 70.20.
    private static bool Same(string found, string promised) => found == promised
        || (decimal.TryParse(found, CultureInfo.InvariantCulture, out var one) && decimal.TryParse(promised, CultureInfo.InvariantCulture, out var other) && one == other);

    private string Filled(string text, HttpStep step) => Reference().Replace(text, match => Value(match.Groups["what"].Value, step));

    private string Value(string what, HttpStep step)
    {
        if (variables.TryGetValue(what, out var value)) return Filled(value, step);
        if (FromNow().Match(what) is { Success: true } moment)
            return TimeProvider.System.GetUtcNow().AddDays(int.Parse(moment.Groups["days"].Value, CultureInfo.InvariantCulture)).ToString("O", CultureInfo.InvariantCulture);
        var parts = OfAnswer().Match(what);
        if (!parts.Success || !_answers.TryGetValue(parts.Groups["name"].Value, out var answer))
            throw new InvalidOperationException($"{At(step)}: {{{{{what}}}}} stands for nothing.");
        var path = parts.Groups["path"].Value;
        return parts.Groups["part"].Value == "headers" ? answer.Headers[path] : Found(answer.Body, path, step);
    }

    private string Found(string body, string path, HttpStep step)
    {
        var at = JsonDocument.Parse(body).RootElement;
        foreach (var name in PathStep().Matches(path.TrimStart('$')).Select(m => m.Value.Trim('.', '[', ']')))
        {
            if (at.ValueKind == JsonValueKind.Array && name == "length") return at.GetArrayLength().ToString(CultureInfo.InvariantCulture);
            at = at.ValueKind == JsonValueKind.Array ? at[int.Parse(name, CultureInfo.InvariantCulture)]
                : at.TryGetProperty(name, out var inner) ? inner : throw new InvalidOperationException($"{At(step)}: there is no {path} in {body}");
        }

        return at.ValueKind is JsonValueKind.True or JsonValueKind.False ? at.GetRawText() : at.ToString();
    }

    [GeneratedRegex(@"\{\{\s*(?<what>[^}]+?)\s*\}\}")]
    private static partial Regex Reference();

    [GeneratedRegex(@"^\$datetime iso8601 (?<days>-?\d+) d$")]
    private static partial Regex FromNow();

    [GeneratedRegex(@"^(?<name>\w+)\.response\.(?<part>body|headers)\.(?<path>.+)$")]
    private static partial Regex OfAnswer();

    [GeneratedRegex(@"\.[^.\[]+|\[\d+\]")]
    private static partial Regex PathStep();

    private sealed record Answer(string Body, IReadOnlyDictionary<string, string> Headers);
}
