#include "core/gateway/gateway_service.h"

namespace keyreel::gateway {

std::string_view openApiDocument() {
    return R"json({
  "openapi": "3.1.0",
  "info": {
    "title": "Keyreel gateway",
    "version": "1",
    "summary": "Rights log, catalogue, blobs, resumable upload and capabilities.",
    "description": "Metadata is JSON; what is signed travels as CBOR or COSE bytes. Operations with `deviceSignature` are signed by a registered device key with HTTP Message Signatures (RFC 9421): components \"@method\" \"@target-uri\" \"content-digest\" in this order, parameters created, nonce, keyid (hexadecimal Ed25519 key) and alg=\"ed25519\", label keyreel. The gateway has no authority: heads, statements and manifests are verified by whoever uses them.",
    "license": { "name": "Apache-2.0", "identifier": "Apache-2.0" }
  },
  "paths": {
    "/healthz": {
      "get": { "operationId": "health", "responses": {
          "200": { "description": "The server answers.", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Health" } } } },
          "400": { "$ref": "#/components/responses/Refusal" },
          "413": { "$ref": "#/components/responses/Refusal" },
          "500": { "$ref": "#/components/responses/Refusal" }
        } }
    },
    "/openapi.json": {
      "get": { "operationId": "description", "responses": {
          "200": { "description": "This document.", "content": { "application/json": { "schema": { "type": "object", "required": ["openapi", "info", "paths"] } } } },
          "400": { "$ref": "#/components/responses/Refusal" },
          "413": { "$ref": "#/components/responses/Refusal" },
          "500": { "$ref": "#/components/responses/Refusal" }
        } }
    },
    "/v1/gateway": {
      "get": { "operationId": "gateway", "responses": {
          "200": { "description": "Name and keys.", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Gateway" } } } },
          "400": { "$ref": "#/components/responses/Refusal" },
          "413": { "$ref": "#/components/responses/Refusal" },
          "500": { "$ref": "#/components/responses/Refusal" }
        } }
    },
    "/v1/nodes": {
      "get": { "operationId": "nodes", "description": "Informational: a creator chooses the key nodes, not the gateway.", "responses": {
          "200": { "description": "Key nodes that the gateway knows of.", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Nodes" } } } },
          "400": { "$ref": "#/components/responses/Refusal" },
          "413": { "$ref": "#/components/responses/Refusal" },
          "500": { "$ref": "#/components/responses/Refusal" }
        } }
    },
    "/v1/log/head": {
      "get": { "operationId": "logHead", "responses": {
          "200": { "description": "Signed tree head (COSE_Sign1).", "content": { "application/cose": { "schema": { "type": "string", "contentEncoding": "binary" } } } },
          "400": { "$ref": "#/components/responses/Refusal" },
          "413": { "$ref": "#/components/responses/Refusal" },
          "500": { "$ref": "#/components/responses/Refusal" }
        } }
    },
    "/v1/log/entries": {
      "get": {
        "operationId": "logEntries",
        "parameters": [
          { "name": "start", "in": "query", "required": true, "schema": { "type": "integer", "minimum": 0 } },
          { "name": "end", "in": "query", "required": true, "description": "Exclusive; at most 256 entries are sent.", "schema": { "type": "integer", "minimum": 1 } }
        ],
        "responses": {
          "200": { "description": "CBOR array of statements (byte strings).", "content": { "application/cbor": { "schema": { "type": "string", "contentEncoding": "binary" } } } },
          "404": { "$ref": "#/components/responses/Refusal" },
          "400": { "$ref": "#/components/responses/Refusal" },
          "413": { "$ref": "#/components/responses/Refusal" },
          "500": { "$ref": "#/components/responses/Refusal" }
        }
      }
    },
    "/v1/log/proof/inclusion": {
      "get": {
        "operationId": "inclusionProof",
        "parameters": [
          { "name": "index", "in": "query", "required": true, "schema": { "type": "integer", "minimum": 0 } },
          { "name": "size", "in": "query", "required": true, "schema": { "type": "integer", "minimum": 1 } }
        ],
        "responses": {
          "200": { "description": "RFC 9162 section 2.1.3.", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Proof" } } } },
          "404": { "$ref": "#/components/responses/Refusal" },
          "400": { "$ref": "#/components/responses/Refusal" },
          "413": { "$ref": "#/components/responses/Refusal" },
          "500": { "$ref": "#/components/responses/Refusal" }
        }
      }
    },
    "/v1/log/proof/consistency": {
      "get": {
        "operationId": "consistencyProof",
        "parameters": [
          { "name": "first", "in": "query", "required": true, "schema": { "type": "integer", "minimum": 0 } },
          { "name": "second", "in": "query", "required": true, "schema": { "type": "integer", "minimum": 0 } }
        ],
        "responses": {
          "200": { "description": "RFC 9162 section 2.1.4.", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Proof" } } } },
          "404": { "$ref": "#/components/responses/Refusal" },
          "400": { "$ref": "#/components/responses/Refusal" },
          "413": { "$ref": "#/components/responses/Refusal" },
          "500": { "$ref": "#/components/responses/Refusal" }
        }
      }
    },
    "/v1/log/statements": {
      "post": {
        "operationId": "appendStatement",
        "description": "Idempotent. A DeviceRegistration is signed by its account alone; every other statement also needs the device signature of the request.",
        "security": [ { "deviceSignature": [] }, {} ],
        "requestBody": { "required": true, "content": { "application/cose": { "schema": { "type": "string", "contentEncoding": "binary", "maxLength": 16384 } } } },
        "responses": {
          "200": { "description": "It was in the log already.", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Receipt" } } } },
          "201": { "description": "Appended.", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Receipt" } } } },
          "409": { "$ref": "#/components/responses/Refusal" },
          "400": { "$ref": "#/components/responses/Refusal" },
          "401": { "$ref": "#/components/responses/Refusal" },
          "403": { "$ref": "#/components/responses/Refusal" },
          "404": { "$ref": "#/components/responses/Refusal" },
          "413": { "$ref": "#/components/responses/Refusal" },
          "421": { "$ref": "#/components/responses/Refusal" },
          "429": { "$ref": "#/components/responses/Refusal" },
          "500": { "$ref": "#/components/responses/Refusal" },
          "503": { "$ref": "#/components/responses/Refusal" },
          "507": { "$ref": "#/components/responses/Refusal" }
        }
      }
    },
    "/v1/blobs/{cid}": {
      "parameters": [ { "name": "cid", "in": "path", "required": true, "schema": { "type": "string" } } ],
      "get": {
        "operationId": "blob",
        "parameters": [ { "name": "Range", "in": "header", "schema": { "type": "string" } } ],
        "responses": {
          "200": { "description": "The blob.", "content": { "application/octet-stream": { "schema": { "type": "string", "contentEncoding": "binary" } } } },
          "206": { "description": "The range.", "content": { "application/octet-stream": { "schema": { "type": "string", "contentEncoding": "binary" } } } },
          "304": { "description": "If-None-Match names what it still is." },
          "404": { "$ref": "#/components/responses/Refusal" },
          "416": { "$ref": "#/components/responses/Refusal" },
          "400": { "$ref": "#/components/responses/Refusal" },
          "413": { "$ref": "#/components/responses/Refusal" },
          "500": { "$ref": "#/components/responses/Refusal" }
        }
      }
    },
    "/v1/assets": {
      "get": {
        "operationId": "catalogue",
        "parameters": [
          { "name": "search", "in": "query", "schema": { "type": "string", "maxLength": 200 } },
          { "name": "cursor", "in": "query", "schema": { "type": "string" } },
          { "name": "limit", "in": "query", "schema": { "type": "integer", "minimum": 1, "maximum": 200, "default": 50 } }
        ],
        "responses": {
          "200": { "description": "A page, newest first.", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/CataloguePage" } } } },
          "400": { "$ref": "#/components/responses/Refusal" },
          "413": { "$ref": "#/components/responses/Refusal" },
          "500": { "$ref": "#/components/responses/Refusal" }
        }
      }
    },
    "/v1/assets/{contentId}": {
      "parameters": [ { "$ref": "#/components/parameters/contentId" } ],
      "get": {
        "operationId": "asset",
        "responses": {
          "200": { "description": "The catalogue entry with its files.", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Asset" } } } },
          "404": { "$ref": "#/components/responses/Refusal" },
          "400": { "$ref": "#/components/responses/Refusal" },
          "413": { "$ref": "#/components/responses/Refusal" },
          "500": { "$ref": "#/components/responses/Refusal" }
        }
      },
      "put": {
        "operationId": "publishAsset",
        "description": "By a device of the asset's creator, after its mint and its uploads. creator, access, manifestCid, adult and published are set by the gateway.",
        "security": [ { "deviceSignature": [] } ],
        "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/AssetDraft" } } } },
        "responses": {
          "200": { "description": "The entry as it stands now.", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Asset" } } } },
          "403": { "$ref": "#/components/responses/Refusal" },
          "400": { "$ref": "#/components/responses/Refusal" },
          "401": { "$ref": "#/components/responses/Refusal" },
          "404": { "$ref": "#/components/responses/Refusal" },
          "409": { "$ref": "#/components/responses/Refusal" },
          "413": { "$ref": "#/components/responses/Refusal" },
          "421": { "$ref": "#/components/responses/Refusal" },
          "429": { "$ref": "#/components/responses/Refusal" },
          "500": { "$ref": "#/components/responses/Refusal" },
          "503": { "$ref": "#/components/responses/Refusal" },
          "507": { "$ref": "#/components/responses/Refusal" }
        }
      }
    },
    "/v1/assets/{contentId}/manifest": {
      "parameters": [ { "$ref": "#/components/parameters/contentId" } ],
      "get": {
        "operationId": "manifest",
        "responses": {
          "200": { "description": "The manifest, signed by the creator, that the mint names.", "content": { "application/octet-stream": { "schema": { "type": "string", "contentEncoding": "binary" } } } },
          "404": { "$ref": "#/components/responses/Refusal" },
          "206": { "description": "The range.", "content": { "application/octet-stream": { "schema": { "type": "string", "contentEncoding": "binary" } } } },
          "304": { "description": "If-None-Match names what it still is." },
          "400": { "$ref": "#/components/responses/Refusal" },
          "413": { "$ref": "#/components/responses/Refusal" },
          "416": { "$ref": "#/components/responses/Refusal" },
          "500": { "$ref": "#/components/responses/Refusal" }
        }
      }
    },
    "/v1/assets/{contentId}/openings": {
      "parameters": [ { "$ref": "#/components/parameters/contentId" } ],
      "get": {
        "operationId": "filmOpenings",
        "description": "How often the film was opened, as this gateway saw it; for its maker.",
        "security": [ { "deviceSignature": [] } ],
        "responses": {
          "200": { "description": "The newest day first, days without an opening left out.", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/FilmOpenings" } } } },
          "400": { "$ref": "#/components/responses/Refusal" },
          "401": { "$ref": "#/components/responses/Refusal" },
          "403": { "$ref": "#/components/responses/Refusal" },
          "404": { "$ref": "#/components/responses/Refusal" },
          "413": { "$ref": "#/components/responses/Refusal" },
          "421": { "$ref": "#/components/responses/Refusal" },
          "500": { "$ref": "#/components/responses/Refusal" },
          "503": { "$ref": "#/components/responses/Refusal" },
          "507": { "$ref": "#/components/responses/Refusal" }
        }
      }
    },
    "/v1/accounts/{account}/openings": {
      "parameters": [ { "name": "account", "in": "path", "required": true, "schema": { "$ref": "#/components/schemas/Key" } } ],
      "get": {
        "operationId": "accountOpenings",
        "description": "When each device of the account last asked to open something; for a device of that account which may publish.",
        "security": [ { "deviceSignature": [] } ],
        "responses": {
          "200": { "description": "The one that opened something last first.", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/AccountOpenings" } } } },
          "400": { "$ref": "#/components/responses/Refusal" },
          "401": { "$ref": "#/components/responses/Refusal" },
          "403": { "$ref": "#/components/responses/Refusal" },
          "413": { "$ref": "#/components/responses/Refusal" },
          "421": { "$ref": "#/components/responses/Refusal" },
          "500": { "$ref": "#/components/responses/Refusal" },
          "503": { "$ref": "#/components/responses/Refusal" },
          "507": { "$ref": "#/components/responses/Refusal" }
        }
      }
    },
    "/v1/assets/{contentId}/{file}": {
      "parameters": [
        { "$ref": "#/components/parameters/contentId" },
        { "name": "file", "in": "path", "required": true, "schema": { "type": "string" } }
      ],
      "get": {
        "operationId": "assetFile",
        "description": "The blob behind a file name, so that players can follow the relative addresses of playlists.",
        "parameters": [ { "name": "Range", "in": "header", "schema": { "type": "string" } } ],
        "responses": {
          "200": { "description": "The file." },
          "206": { "description": "The range." },
          "304": { "description": "If-None-Match names what it still is." },
          "404": { "$ref": "#/components/responses/Refusal" },
          "416": { "$ref": "#/components/responses/Refusal" },
          "400": { "$ref": "#/components/responses/Refusal" },
          "413": { "$ref": "#/components/responses/Refusal" },
          "500": { "$ref": "#/components/responses/Refusal" }
        }
      }
    },
    "/v1/capabilities": {
      "post": {
        "operationId": "issueCapability",
        "description": "Permission to ask the key nodes, who decide by themselves.",
        "security": [ { "deviceSignature": [] } ],
        "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/CapabilityRequest" } } } },
        "responses": {
          "201": { "description": "CWT (RFC 8392).", "content": { "application/cwt": { "schema": { "type": "string", "contentEncoding": "binary" } } } },
          "403": { "$ref": "#/components/responses/Refusal" },
          "429": { "$ref": "#/components/responses/Refusal" },
          "400": { "$ref": "#/components/responses/Refusal" },
          "401": { "$ref": "#/components/responses/Refusal" },
          "404": { "$ref": "#/components/responses/Refusal" },
          "409": { "$ref": "#/components/responses/Refusal" },
          "413": { "$ref": "#/components/responses/Refusal" },
          "421": { "$ref": "#/components/responses/Refusal" },
          "500": { "$ref": "#/components/responses/Refusal" },
          "503": { "$ref": "#/components/responses/Refusal" },
          "507": { "$ref": "#/components/responses/Refusal" }
        }
      }
    },
    "/v1/uploads": {
      "options": {
        "operationId": "uploadOptions",
        "responses": {
          "204": { "description": "tus 1.0 versions, extensions and limits in header fields." },
          "400": { "$ref": "#/components/responses/Refusal" },
          "413": { "$ref": "#/components/responses/Refusal" },
          "500": { "$ref": "#/components/responses/Refusal" }
        }
      },
      "post": {
        "operationId": "createUpload",
        "security": [ { "deviceSignature": [] } ],
        "parameters": [
          { "$ref": "#/components/parameters/tusResumable" },
          { "name": "Upload-Length", "in": "header", "required": true, "schema": { "type": "integer", "minimum": 0 } },
          { "name": "Upload-Metadata", "in": "header", "required": true, "description": "The expected CID under `cid`.", "schema": { "type": "string" } }
        ],
        "responses": {
          "201": { "description": "Created; Location names it.", "headers": { "Location": { "schema": { "type": "string" } } } },
          "401": { "$ref": "#/components/responses/Refusal" },
          "400": { "$ref": "#/components/responses/Refusal" },
          "403": { "$ref": "#/components/responses/Refusal" },
          "412": { "$ref": "#/components/responses/Refusal" },
          "413": { "$ref": "#/components/responses/Refusal" },
          "421": { "$ref": "#/components/responses/Refusal" },
          "423": { "$ref": "#/components/responses/Refusal" },
          "429": { "$ref": "#/components/responses/Refusal" },
          "460": { "$ref": "#/components/responses/Refusal" },
          "500": { "$ref": "#/components/responses/Refusal" },
          "503": { "$ref": "#/components/responses/Refusal" },
          "507": { "$ref": "#/components/responses/Refusal" }
        }
      }
    },
    "/v1/uploads/{id}": {
      "parameters": [
        { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } },
        { "$ref": "#/components/parameters/tusResumable" }
      ],
      "head": {
        "operationId": "uploadOffset",
        "responses": {
          "200": { "description": "Upload-Offset and Upload-Length in header fields." }, "404": { "description": "Unknown, finished or terminated." },
          "400": { "$ref": "#/components/responses/Refusal" },
          "412": { "$ref": "#/components/responses/Refusal" },
          "413": { "$ref": "#/components/responses/Refusal" },
          "500": { "$ref": "#/components/responses/Refusal" }
        }
      },
      "patch": {
        "operationId": "uploadPiece",
        "security": [ { "deviceSignature": [] } ],
        "parameters": [
          { "name": "Upload-Offset", "in": "header", "required": true, "schema": { "type": "integer", "minimum": 0 } },
          { "name": "Upload-Checksum", "in": "header", "description": "sha1 or sha256.", "schema": { "type": "string" } }
        ],
        "requestBody": { "required": true, "content": { "application/offset+octet-stream": { "schema": { "type": "string", "contentEncoding": "binary" } } } },
        "responses": {
          "204": { "description": "The new Upload-Offset in a header field." },
          "409": { "$ref": "#/components/responses/Refusal" },
          "460": { "$ref": "#/components/responses/Refusal" },
          "400": { "$ref": "#/components/responses/Refusal" },
          "401": { "$ref": "#/components/responses/Refusal" },
          "403": { "$ref": "#/components/responses/Refusal" },
          "404": { "$ref": "#/components/responses/Refusal" },
          "412": { "$ref": "#/components/responses/Refusal" },
          "413": { "$ref": "#/components/responses/Refusal" },
          "415": { "$ref": "#/components/responses/Refusal" },
          "421": { "$ref": "#/components/responses/Refusal" },
          "423": { "$ref": "#/components/responses/Refusal" },
          "429": { "$ref": "#/components/responses/Refusal" },
          "500": { "$ref": "#/components/responses/Refusal" },
          "503": { "$ref": "#/components/responses/Refusal" },
          "507": { "$ref": "#/components/responses/Refusal" }
        }
      },
      "delete": {
        "operationId": "terminateUpload",
        "security": [ { "deviceSignature": [] } ],
        "responses": {
          "204": { "description": "Gone." }, "404": { "$ref": "#/components/responses/Refusal" },
          "400": { "$ref": "#/components/responses/Refusal" },
          "401": { "$ref": "#/components/responses/Refusal" },
          "403": { "$ref": "#/components/responses/Refusal" },
          "412": { "$ref": "#/components/responses/Refusal" },
          "413": { "$ref": "#/components/responses/Refusal" },
          "421": { "$ref": "#/components/responses/Refusal" },
          "423": { "$ref": "#/components/responses/Refusal" },
          "429": { "$ref": "#/components/responses/Refusal" },
          "500": { "$ref": "#/components/responses/Refusal" },
          "503": { "$ref": "#/components/responses/Refusal" }
        }
      }
    }
  },
)json"
           R"json(  "components": {
    "securitySchemes": {
      "deviceSignature": { "type": "apiKey", "in": "header", "name": "Signature", "description": "RFC 9421 with a registered device key; see the description of this API." }
    },
    "parameters": {
      "contentId": { "name": "contentId", "in": "path", "required": true, "schema": { "type": "string", "pattern": "^[0-9a-fA-F]{32}$" } },
      "tusResumable": { "name": "Tus-Resumable", "in": "header", "required": true, "schema": { "const": "1.0.0" } }
    },
    "responses": {
      "Refusal": { "description": "Why not, with a stable code; 429 (`rate_limited`, `upload_quota`) comes with Retry-After, 412 (`tus_version`) with Tus-Version.", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Error" } } } }
    },
    "schemas": {
      "Key": { "type": "string", "pattern": "^[0-9a-f]{64}$" },
      "XWingKey": { "type": "string", "pattern": "^[0-9a-f]{2432}$", "description": "Suite 2: X-Wing, 1216 bytes." },
      "Health": { "type": "object", "required": ["status"], "properties": { "status": { "type": "string" } } },
      "Error": {
        "type": "object",
        "required": ["error"],
        "properties": {
          "error": {
            "type": "object",
            "required": ["code", "what", "next"],
            "properties": { "code": { "type": "string" }, "what": { "type": "string" }, "next": { "type": "string" } }
          }
        }
      },
      "Gateway": {
        "type": "object",
        "required": ["name", "logKey", "capabilityKey", "protocolShare"],
        "properties": {
          "name": { "type": "string" },
          "logKey": { "$ref": "#/components/schemas/Key" },
          "capabilityKey": { "$ref": "#/components/schemas/Key" },
          "protocolShare": { "type": "integer", "minimum": 0, "maximum": 1000 },
          "suite2": { "type": "boolean" }
        }
      },
      "Node": {
        "type": "object",
        "required": ["url", "name", "operator", "signingKey", "hpkeKey"],
        "properties": {
          "url": { "type": "string" },
          "name": { "type": "string" },
          "operator": { "type": "string" },
          "signingKey": { "$ref": "#/components/schemas/Key" },
          "hpkeKey": { "$ref": "#/components/schemas/Key" },
          "xwingKey": { "$ref": "#/components/schemas/XWingKey" },
          "replicaSize": { "type": "integer" },
          "replicaTime": { "type": "integer" }
        }
      },
      "Nodes": { "type": "object", "required": ["nodes"], "properties": { "nodes": { "type": "array", "items": { "$ref": "#/components/schemas/Node" } } } },
      "Receipt": { "type": "object", "required": ["index", "head"], "properties": { "index": { "type": "integer" }, "head": { "type": "string", "contentEncoding": "base64url" } } },
      "Proof": { "type": "object", "required": ["hashes"], "properties": { "hashes": { "type": "array", "items": { "$ref": "#/components/schemas/Key" } } } },
      "File": {
        "type": "object",
        "required": ["name", "cid", "size", "mediaType"],
        "properties": { "name": { "type": "string" }, "cid": { "type": "string" }, "size": { "type": "integer" }, "mediaType": { "type": "string" } }
      },
      "AssetDraft": {
        "type": "object",
        "required": ["contentId", "title"],
        "properties": {
          "contentId": { "type": "string" },
          "title": { "type": "string", "maxLength": 400 },
          "description": { "type": "string", "maxLength": 16384 },
          "creatorName": { "type": "string", "maxLength": 200 },
          "coverCid": { "type": "string" },
          "durationMs": { "type": "integer" },
          "tags": { "type": "array", "maxItems": 32, "items": { "type": "string", "maxLength": 64 } },
          "files": { "type": "array", "maxItems": 4096, "items": { "$ref": "#/components/schemas/File" } }
        }
      },
      "AssetSummary": {
        "type": "object",
        "required": ["contentId", "title", "description", "creatorName", "creator", "access", "manifestCid", "coverCid", "durationMs", "adult", "tags", "published"],
        "properties": {
          "contentId": { "type": "string" },
          "title": { "type": "string" },
          "description": { "type": "string" },
          "creatorName": { "type": "string" },
          "creator": { "$ref": "#/components/schemas/Key" },
          "access": { "enum": ["free", "buy_once", "buy_and_resell", "granted"] },
          "manifestCid": { "type": "string" },
          "coverCid": { "type": "string" },
          "durationMs": { "type": "integer" },
          "adult": { "type": "boolean" },
          "tags": { "type": "array", "items": { "type": "string" } },
          "published": { "type": "integer" }
        }
      },
      "Asset": {
        "allOf": [ { "$ref": "#/components/schemas/AssetSummary" } ],
        "type": "object",
        "required": ["files"],
        "properties": { "files": { "type": "array", "items": { "$ref": "#/components/schemas/File" } } }
      },
      "CataloguePage": {
        "type": "object",
        "required": ["assets", "nextCursor"],
        "properties": { "assets": { "type": "array", "items": { "$ref": "#/components/schemas/AssetSummary" } }, "nextCursor": { "type": "string" } }
      },
      "FilmOpenings": {
        "type": "object",
        "required": ["days"],
        "properties": {
          "days": { "type": "array", "maxItems": 400, "items": {
            "type": "object",
            "required": ["day", "openings"],
            "properties": {
              "day": { "type": "integer", "minimum": 0 },
              "openings": { "type": "integer", "minimum": 1 }
            }
          } }
        }
      },
      "AccountOpenings": {
        "type": "object",
        "required": ["devices"],
        "properties": {
          "devices": { "type": "array", "maxItems": 256, "items": {
            "type": "object",
            "required": ["device", "time"],
            "properties": {
              "device": { "$ref": "#/components/schemas/Key" },
              "time": { "type": "integer", "minimum": 0 }
            }
          } }
        }
      },
      "CapabilityRequest": {
        "type": "object",
        "required": ["account", "contentId", "tier", "purpose", "ephemeralKey"],
        "properties": {
          "account": { "$ref": "#/components/schemas/Key" },
          "contentId": { "type": "string" },
          "tier": { "type": "string" },
          "purpose": { "enum": ["play", "offline"] },
          "ephemeralKey": { "anyOf": [{ "$ref": "#/components/schemas/Key" }, { "$ref": "#/components/schemas/XWingKey" }] }
        }
      }
    }
  }
})json";
}

}  // namespace keyreel::gateway
