using System.Globalization;
using System.Text.RegularExpressions;

namespace Crm.Host.Tests.Http;

/// <summary>
/// A <c>.http</c> file as editors read it: requests between lines of <c>###</c>, <c>@variables</c>, and <c># @name</c> for those whose answers
/// later ones use. A line <c># expect 201</c> promises how it is answered, <c># expect $.gross 70.2</c> a value of the answer.
/// </summary>
/// <param name="Variables">Of the file.</param>
/// <param name="Requests">In their order.</param>
internal sealed partial record HttpFile(IReadOnlyDictionary<string, string> Variables, IReadOnlyList<HttpStep> Requests)
{
    public static HttpFile Parse(string text)
    {
        var variables = new Dictionary<string, string>();
        var requests = new List<HttpStep>();
        var (title, at) = ("", 0);
        var block = new List<string>();
        foreach (var (line, i) in text.ReplaceLineEndings("\n").Split('\n').Select((line, i) => (line, i)).Append(("###", -1)))
        {
            if (!line.StartsWith("###", StringComparison.Ordinal))
            {
                block.Add(line);
                continue;
            }

            if (HttpStep.Parse(title, at, block, variables) is { } step) requests.Add(step);
            (title, at) = (line[3..].Trim(), i + 1);
            block.Clear();
        }

        return new HttpFile(variables, requests);
    }

    [GeneratedRegex(@"^@(?<name>\w+)\s*=\s*(?<value>.*)$")]
    internal static partial Regex Variable();

    [GeneratedRegex(@"^(#|//)\s*@name\s+(?<name>\w+)\s*$")]
    internal static partial Regex Name();

    [GeneratedRegex(@"^(#|//)\s*expect\s+(?<status>\d{3})\s*$")]
    internal static partial Regex Expectation();

    [GeneratedRegex(@"^(#|//)\s*expect\s+(?<path>\$\S+)\s+(?<value>\S.*?)\s*$")]
    internal static partial Regex Promise();

    [GeneratedRegex(@"^(?<method>GET|POST|PUT|PATCH|DELETE)\s+(?<address>\S+)(\s+HTTP/\S+)?\s*$")]
    internal static partial Regex RequestLine();
}

/// <param name="Title">After the <c>###</c>.</param>
/// <param name="Line">Of the title, from 1.</param>
/// <param name="Name">By which later requests know its answer; null: by none.</param>
/// <param name="Expected">Status that is promised; null: none.</param>
/// <param name="Promises">Values of the answer that are promised, by their paths, with variables in them.</param>
/// <param name="Method">Of the request.</param>
/// <param name="Address">With variables in it.</param>
/// <param name="Headers">With variables in them.</param>
/// <param name="Body">With variables in it; empty: none.</param>
internal sealed record HttpStep(
    string Title, int Line, string? Name, int? Expected, IReadOnlyList<(string Path, string Value)> Promises, string Method, string Address,
    IReadOnlyList<(string Name, string Value)> Headers, string Body)
{
    /// <summary>Null for what holds no request, such as the beginning of a file; its variables are taken all the same.</summary>
    public static HttpStep? Parse(string title, int line, IReadOnlyList<string> lines, IDictionary<string, string> variables)
    {
        string? name = null;
        int? expected = null;
        var promises = new List<(string Path, string Value)>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (HttpFile.Variable().Match(lines[i]) is { Success: true } variable) variables[variable.Groups["name"].Value] = variable.Groups["value"].Value.Trim();
            else if (HttpFile.Name().Match(lines[i]) is { Success: true } named) name = named.Groups["name"].Value;
            else if (HttpFile.Expectation().Match(lines[i]) is { Success: true } promised) expected = int.Parse(promised.Groups["status"].Value, CultureInfo.InvariantCulture);
            else if (HttpFile.Promise().Match(lines[i]) is { Success: true } value) promises.Add((value.Groups["path"].Value, value.Groups["value"].Value));
            else if (HttpFile.RequestLine().Match(lines[i]) is { Success: true } request) return Of(title, line, name, expected, promises, request, [.. lines.Skip(i + 1)]);
            else if (lines[i].Length > 0 && lines[i][0] is not '#' && !lines[i].StartsWith("//", StringComparison.Ordinal))
                throw new FormatException($"Line {line + i + 1}: '{lines[i]}' is neither a comment, a variable nor a request.");
        }

        return null;
    }

    private static HttpStep Of(string title, int line, string? name, int? expected, IReadOnlyList<(string Path, string Value)> promises, Match request, IReadOnlyList<string> rest)
    {
        var headers = rest.TakeWhile(l => l.Trim().Length > 0).Select(l => l.Split(':', 2)).Select(h => (h[0].Trim(), h[1].Trim())).ToList();
        var body = string.Join('\n', rest.Skip(headers.Count)).Trim();
        return new HttpStep(title, line, name, expected, promises, request.Groups["method"].Value, request.Groups["address"].Value, headers, body);
    }
}
