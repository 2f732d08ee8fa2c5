using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Shouldly;

namespace Crm.Host.Tests.App;

/// <summary>Reads what the host answered, and shows the answer when it is not what was expected.</summary>
internal static class Answers
{
    public static async Task<JsonElement> Json(this HttpResponseMessage response, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var body = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(expected, body);
        return JsonDocument.Parse(body).RootElement;
    }

    /// <summary>The answer is a problem of this kind, complete and under the right content type.</summary>
    public static async Task<JsonElement> Problem(this HttpResponseMessage response, int status, string type)
    {
        var body = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).ShouldBe(status, body);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json", body);
        var problem = JsonDocument.Parse(body).RootElement;
        problem.Text("type").ShouldBe(type, body);
        problem.GetProperty("status").GetInt32().ShouldBe(status, body);
        problem.Text("title").ShouldNotBeNullOrEmpty(body);
        problem.Text("traceId").ShouldNotBeNullOrEmpty(body);
        return problem;
    }

    public static string? Text(this JsonElement element, string name) => element.GetProperty(name).GetString();

    public static string Tag(this HttpResponseMessage response) => response.Headers.ETag!.ToString();

    public static Task<HttpResponseMessage> Post(this HttpClient client, string path, object body, string? key = null) =>
        client.Send(HttpMethod.Post, path, JsonContent.Create(body), key is null ? [] : [("Idempotency-Key", key)]);

    public static Task<HttpResponseMessage> Put(this HttpClient client, string path, object body, string? ifMatch = null) =>
        client.Send(HttpMethod.Put, path, JsonContent.Create(body), ifMatch is null ? [] : [("If-Match", ifMatch)]);

    public static Task<HttpResponseMessage> Patch(this HttpClient client, string path, object body, string? ifMatch = null) =>
        client.Send(HttpMethod.Patch, path, JsonContent.Create(body, new MediaTypeHeaderValue("application/merge-patch+json")), ifMatch is null ? [] : [("If-Match", ifMatch)]);

    public static Task<HttpResponseMessage> Delete(this HttpClient client, string path, string? ifMatch) =>
        client.Send(HttpMethod.Delete, path, null, ifMatch is null ? [] : [("If-Match", ifMatch)]);

    public static Task<HttpResponseMessage> Send(this HttpClient client, HttpMethod method, string path, HttpContent? body, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path) { Content = body };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return client.SendAsync(request);
    }
}
