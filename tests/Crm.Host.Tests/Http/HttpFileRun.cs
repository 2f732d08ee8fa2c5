using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Crm.Host.Tests.App;
using Shouldly;

namespace Crm.Host.Tests.Http;

/// <summary>Sends the requests of a file one after the other, as somebody would who clicks through it in an editor.</summary>
internal sealed partial class HttpFileRun(CrmApp app, IReadOnlyDictionary<string, string> variables)
{
    private readonly Dictionary<string, Answer> _answers = [];

    public async Task Send(HttpStep step)
    {
        // Who clicks is slower than news between modules.
        await app.EventsSettled();
        using var request = new HttpRequestMessage(new HttpMethod(step.Method), Filled(step.Address, step));
        if (step.Body.Length > 0) request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Filled(step.Body, step)));
        foreach (var (name, value) in step.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, Filled(value, step))) request.Content!.Headers.TryAddWithoutValidation(name, Filled(value, step));
        }

        using var client = app.Stranger();
        using var response = await client.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        ((int?)(int)response.StatusCode).ShouldBe(step.Expected, $"line {step.Line}: {step.Title}\n{body}");
        if (step.Name is { } known) _answers[known] = new Answer(body, response.Headers.ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase));
    }

    private string Filled(string text, HttpStep step) => Reference().Replace(text, match => Value(match.Groups["what"].Value, step));

    private string Value(string what, HttpStep step)
    {
        if (variables.TryGetValue(what, out var value)) return Filled(value, step);
        var parts = OfAnswer().Match(what);
        if (!parts.Success || !_answers.TryGetValue(parts.Groups["name"].Value, out var answer))
            throw new InvalidOperationException($"line {step.Line}: {{{{{what}}}}} stands for nothing.");
        var path = parts.Groups["path"].Value;
        return parts.Groups["part"].Value == "headers" ? answer.Headers[path] : Found(answer.Body, path, step);
    }

    private static string Found(string body, string path, HttpStep step)
    {
        var at = JsonDocument.Parse(body).RootElement;
        foreach (var name in PathStep().Matches(path.TrimStart('$')).Select(m => m.Value.Trim('.', '[', ']')))
        {
            at = at.ValueKind == JsonValueKind.Array ? at[int.Parse(name, CultureInfo.InvariantCulture)]
                : at.TryGetProperty(name, out var inner) ? inner : throw new InvalidOperationException($"line {step.Line}: there is no {path} in {body}");
        }

        return at.ToString();
    }

    [GeneratedRegex(@"\{\{\s*(?<what>[^}]+?)\s*\}\}")]
    private static partial Regex Reference();

    [GeneratedRegex(@"^(?<name>\w+)\.response\.(?<part>body|headers)\.(?<path>.+)$")]
    private static partial Regex OfAnswer();

    [GeneratedRegex(@"\.[^.\[]+|\[\d+\]")]
    private static partial Regex PathStep();

    private sealed record Answer(string Body, IReadOnlyDictionary<string, string> Headers);
}
